// One moment of truth: what was delivered against what was expected. Implements docs/model.md 1.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "engine/customer/dimensions.h"

namespace mot {

/// What is expected of one dimension at one moment.
struct Expectation {
  /// 1 … 10.
  int level = 0;
  ExpectationKind kind = ExpectationKind::performance;
};

/// The dimensions at stake at a moment, with levels, kinds and the customer's importance.
struct Stake {
  BitSet8 at_stake = 0;
  /// Indexed by Dimension; meaningful where at stake.
  std::array<Expectation, kDimensions> expected{};
  /// Importance, 1 … 100 each; meaningful where at stake.
  std::array<int, kDimensions> importance{};
};

/// Ratings by dimension, 1 … 10; meaningful where at stake.
using Delivery = std::array<int, kDimensions>;

/// Division rounded to the nearest integer, halves away from zero. Requires denominator > 0.
std::int64_t divide_half_away(std::int64_t numerator, std::int64_t denominator);

/// The rating as it counts: min(p, e) for must-be, max(p, e) for attractive, else p.
int counted_rating(int delivered, const Expectation& expected);

/// Gap D in hundredths of a point, −900 … 900: importance-weighted mean of counted rating − level.
/// Requires something at stake. Example: one dimension, expected 8, delivered 9 → 100.
int gap(const Stake& stake, const Delivery& delivered);

/// Expectation E in hundredths, 100 … 1000. Requires something at stake.
int expectation(const Stake& stake);

/// Responsiveness as the clock gives it: level + 4 · (acceptable − perceived)/acceptable, rounded
/// half away from zero, 1 … 10; an uninformed wait feels 36 % longer [L2012]. Minutes 0 … 100,000,
/// acceptable 1 … 100,000.
int rating_of_wait(int level, int minutes, bool informed, int acceptable_minutes);

/// "misery" (D ≤ −50), "magic" (D ≥ +50), else "neutral".
std::string_view label_of_gap(int gap);

}  // namespace mot
