// docs/model.md 1, in exact integers.
#include "engine/customer/gap.h"

#include <algorithm>

#include "engine/customer/constants.h"

namespace mot {

std::int64_t divide_half_away(std::int64_t numerator, std::int64_t denominator) {
  const std::int64_t magnitude = numerator < 0 ? -numerator : numerator;
  const std::int64_t quotient = (2 * magnitude + denominator) / (2 * denominator);
  return numerator < 0 ? -quotient : quotient;
}

int counted_rating(int delivered, const Expectation& expected) {
  switch (expected.kind) {
    case ExpectationKind::must_be: return std::min(delivered, expected.level);
    case ExpectationKind::attractive: return std::max(delivered, expected.level);
    case ExpectationKind::performance: break;
  }
  return delivered;
}

int gap(const Stake& stake, const Delivery& delivered) {
  std::int64_t sum = 0;
  std::int64_t weight = 0;
  for (std::size_t d = 0; d < kDimensions; ++d) {
    if (!has(stake.at_stake, kAllDimensions[d])) continue;
    const int difference =
        counted_rating(delivered[d], stake.expected[d]) - stake.expected[d].level;
    sum += std::int64_t{stake.importance[d]} * difference;
    weight += stake.importance[d];
  }
  return static_cast<int>(divide_half_away(100 * sum, weight));
}

int expectation(const Stake& stake) {
  std::int64_t sum = 0;
  std::int64_t weight = 0;
  for (std::size_t d = 0; d < kDimensions; ++d) {
    if (!has(stake.at_stake, kAllDimensions[d])) continue;
    sum += std::int64_t{stake.importance[d]} * stake.expected[d].level;
    weight += stake.importance[d];
  }
  return static_cast<int>(divide_half_away(100 * sum, weight));
}

int rating_of_wait(int level, int minutes, bool informed, int acceptable_minutes) {
  const std::int64_t perceived =
      std::int64_t{minutes} * (informed ? kInformedWaitPercent : kUninformedWaitPercent);
  const std::int64_t acceptable = std::int64_t{100} * acceptable_minutes;
  // level + 4·(a − p)/a as one fraction over a, so that the rounding sees the exact value.
  const std::int64_t rating =
      divide_half_away(level * acceptable + kWaitSlope * (acceptable - perceived), acceptable);
  return static_cast<int>(std::clamp<std::int64_t>(rating, kLowestLevel, kHighestLevel));
}

std::string_view label_of_gap(int gap) {
  if (gap <= -kMomentLabelThreshold) return "misery";
  if (gap >= kMomentLabelThreshold) return "magic";
  return "neutral";
}

}  // namespace mot
