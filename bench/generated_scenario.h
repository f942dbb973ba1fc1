// A scenario made up in memory, of any size, for measuring: decisions with four responses, two
// rated dimensions each, some conditions, assignments, routes, lines and fate.
#pragma once

#include <cstdint>

#include "engine/scenario/model.h"

namespace mot {

/// `decisions` ≥ 2. A way through takes some 400 choices, or `decisions` where that is less, and
/// passes by all parts of the scenario; the same numbers give the same scenario.
Scenario generated_scenario(std::uint32_t decisions, std::uint64_t seed);

}  // namespace mot
