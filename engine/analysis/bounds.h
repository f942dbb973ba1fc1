// Limits on best and worst play that hold without looking at every state: for scenarios too large
// to solve.
#pragma once

#include "engine/analysis/solve.h"

namespace mot {

/// Sound limits on the value of the start under an aim, in hundredths. One side comes from the most
/// any encounter could be worth with every response on offer; the other from encounters actually
/// played (without fate), or from the opposite extreme.
ValueBounds value_bounds(const Program& program, Aim aim);

}  // namespace mot
