// docs/model.md 4, "Interval".
#include "engine/outcome/nps.h"

#include <cmath>

namespace mot {
namespace {

/// Customers added, and the share of one added to promoters and to detractors [R2016].
constexpr double kAddedCustomers = 3;
constexpr double kAddedToEitherSide = 0.75;
/// Of the normal distribution, 95 %.
constexpr double kZ = 1.96;

}  // namespace

std::optional<double> nps(const NpsCounts& counts) {
  if (counts.customers() < kFewestForNps) return std::nullopt;
  return 100.0 * static_cast<double>(counts.promoters - counts.detractors) /
         static_cast<double>(counts.customers());
}

std::optional<NpsInterval> nps_interval(const NpsCounts& counts) {
  if (counts.customers() < kFewestForNps) return std::nullopt;
  const double n = static_cast<double>(counts.customers()) + kAddedCustomers;
  const double p = (static_cast<double>(counts.promoters) + kAddedToEitherSide) / n;
  const double d = (static_cast<double>(counts.detractors) + kAddedToEitherSide) / n;
  const double variance = p + d - (p - d) * (p - d);
  return NpsInterval{100.0 * (p - d), 100.0 * kZ * std::sqrt(variance / n)};
}

}  // namespace mot
