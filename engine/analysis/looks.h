// Decisions as the exact solution sees them: states that a trainee may stand in, each after one way
// there, and what every response on offer is worth. The smells and the figures of a scenario read
// them.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/analysis/solve.h"
#include "engine/analysis/state_graph.h"

namespace mot {

/// A decision in one state, after one way there, and what its responses are worth.
struct Look {
  State state;
  StateId id = kNoState;
  /// On offer, in the file's order; at least one.
  std::vector<ResponseIndex> responses;
  /// Of each response under best play, hundredths.
  std::vector<double> values;
  /// Places in `responses`; the first among equals.
  std::size_t best = 0;
  std::size_t worst = 0;
};

/// What to look at.
struct LookOptions {
  /// States of one moment, spread evenly over those found.
  std::size_t each = 48;
  /// Decisions without a score, too.
  bool free = false;
  CancelFlag cancel = nullptr;
};

/// Looks at the decisions of a graph, those of one moment together. The graph may tell more states
/// apart than the solution's own. Empty where the solution is not exact; a state from which an
/// end cannot be reached whatever is said is left out. What was seen so far where it is given up.
std::vector<Look> look_at_decisions(const StateGraph& graph,
                                    Solution& solution,
                                    const LookOptions& options = {});

/// The longest text on offer, in the scenario's own language, belongs to a best response, and no
/// other is as long. False with one response.
bool best_is_longest(const Scenario& scenario, const Look& look);

/// The first on offer, in the file's order, is a best response. False with one response.
bool best_is_first(const Look& look);

/// The moments where something holds in more than half of the looks, in the looks' order.
template <class Test>
std::vector<MomentIndex> moments_where(const std::vector<Look>& looks, Test test) {
  std::vector<MomentIndex> found;
  for (std::size_t i = 0; i < looks.size();) {
    const MomentIndex m = looks[i].state.place;
    std::size_t all = 0;
    std::size_t yes = 0;
    for (; i < looks.size() && looks[i].state.place == m; ++i) {
      ++all;
      if (test(looks[i])) ++yes;
    }
    if (2 * yes > all) found.push_back(m);
  }
  return found;
}

}  // namespace mot
