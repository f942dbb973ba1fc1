// What each touchpoint did to the NPS: the crowd as played against the same crowd had that moment
// just met expectation. Counted by crowd.h. Implements docs/model.md 4.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/analysis/judged_play.h"

namespace mot {

/// Impacts are counted on so many customers at most.
inline constexpr std::int64_t kImpactCustomers = 100'000;

/// What one moment changed in the crowd, in whole numbers, so that parts add up in any order.
struct ImpactCount {
  /// Σ and Σ² over the customers of the step from "as if met" to "as played", where a promoter is
  /// 1, a passive 0, a detractor −1.
  std::int64_t sum = 0;
  std::int64_t squares = 0;

  void add(int step) {
    sum += step;
    squares += std::int64_t{step} * step;
  }
  ImpactCount& operator+=(const ImpactCount& other) {
    sum += other.sum;
    squares += other.squares;
    return *this;
  }
  friend bool operator==(const ImpactCount&, const ImpactCount&) = default;
};

/// In points of NPS.
struct Impact {
  double points = 0;
  /// Of the paired differences.
  double standard_error = 0;
};

/// Impact from what was counted on `customers` ≥ 2.
Impact impact(const ImpactCount& count, std::int64_t customers);

/// For each scored moment, what would be remembered had it just met expectation.
std::vector<ShiftedMemory> memories_with_one_met(const JudgedPlay& play);

}  // namespace mot
