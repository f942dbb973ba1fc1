// Fate that always takes its likeliest branch: what an optimal path is shown along. For step.h.
#pragma once

#include <algorithm>

#include "engine/encounter/program.h"

namespace mot {

/// Takes the likeliest branch, the first among equals. The program must outlive it.
struct LikeliestFate {
  const Program& program;

  std::int32_t operator()(MomentIndex moment, std::int32_t, std::int32_t) const {
    const Scenario& scenario = program.scenario();
    const auto branches = scenario.branches_of(scenario.moments[static_cast<std::size_t>(moment)]);
    const auto likeliest =
        std::max_element(branches.begin(), branches.end(),
                         [](const FateBranch& a, const FateBranch& b) { return a.odds < b.odds; });
    return static_cast<std::int32_t>(likeliest - branches.begin());
  }
};

}  // namespace mot
