// The normal distribution by its inverse: one uniform number gives one normal number, so that a
// customer's numbers need no generator state. For crowd.h.
#pragma once

#include <cstdint>

namespace mot {

/// The number that a standard normal variable stays below with probability `p`, 0 < p < 1; relative
/// error about 1e-16 [W1988]. Example: 0.975 → 1.95996.
double normal_quantile(double p);

/// A standard normal number from 64 random bits, of which the upper 52 count; within ±8.3.
inline double standard_normal(std::uint64_t bits) {
  // The middle of one of 2^52 equal cells: exact, and never 0 or 1.
  constexpr double kCell = 1.0 / 4503599627370496.0;
  return normal_quantile((static_cast<double>(bits >> 12U) + 0.5) * kCell);
}

}  // namespace mot
