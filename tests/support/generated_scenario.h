// A scenario made up in memory, of any size, for measuring and for laws: decisions with four
// responses, two rated dimensions each, some conditions, assignments, needs, routes, lines and
// fate.
#pragma once

#include <cstdint>

#include "engine/scenario/model.h"

namespace mot {

/// `decisions` ≥ 2. A way through takes some 400 choices, or `decisions` where that is less, and
/// passes by all parts of the scenario; with fewer than 50 some ways lead back. The same numbers
/// give the same scenario.
Scenario generated_scenario(std::uint32_t decisions, std::uint64_t seed);

}  // namespace mot
