#include "engine/analysis/impact.h"

#include <cmath>

namespace mot {

Impact impact(const ImpactCount& count, std::int64_t customers) {
  const auto n = static_cast<double>(customers);
  const double mean = static_cast<double>(count.sum) / n;
  // n·Σx² − (Σx)² is exact in doubles: both stay below 2^53 for 100,000 customers.
  const auto sum = static_cast<double>(count.sum);
  const double spread = n * static_cast<double>(count.squares) - sum * sum;
  const double variance = spread / (n * (n - 1.0));
  return {100.0 * mean, 100.0 * std::sqrt(variance / n)};
}

std::vector<ShiftedMemory> memories_with_one_met(const JudgedPlay& play) {
  std::vector<ShiftedMemory> memories;
  memories.reserve(play.moments.size());
  for (std::size_t i = 0; i < play.moments.size(); ++i) {
    memories.emplace_back(ledger_with_met(play, i));
  }
  return memories;
}

}  // namespace mot
