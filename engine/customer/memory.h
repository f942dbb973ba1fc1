// What a customer remembers of the scored moments so far. Implements docs/model.md 2.
#pragma once

#include <cstdint>

namespace mot {

/// The ledger: everything scoring needs of the past. It grows by one moment at a time and never by
/// a path's length.
struct Ledger {
  /// Σg over the scored moments so far; 0 before the first.
  std::int32_t sum_weight = 0;
  /// Σg·D, hundredths.
  std::int32_t sum_gap = 0;
  /// Highest, lowest and last gap, hundredths; meaningful where sum_weight > 0.
  std::int16_t highest = 0;
  std::int16_t lowest = 0;
  std::int16_t last = 0;

  bool empty() const { return sum_weight == 0; }
  friend bool operator==(const Ledger&, const Ledger&) = default;
};

/// Adds a scored moment. Weight 1 … 5, gap −900 … 900.
inline void remember(Ledger& ledger, int weight, int gap) {
  const auto g = static_cast<std::int16_t>(gap);
  if (ledger.sum_weight == 0) {
    ledger.highest = g;
    ledger.lowest = g;
  } else {
    if (g > ledger.highest) ledger.highest = g;
    if (g < ledger.lowest) ledger.lowest = g;
  }
  ledger.last = g;
  ledger.sum_weight += weight;
  ledger.sum_gap += weight * gap;
}

/// The most intense gap, sign kept; a tie goes to the bad one (ours). Requires a scored moment.
inline int peak(const Ledger& ledger) {
  return ledger.highest > -ledger.lowest ? ledger.highest : ledger.lowest;
}

/// The remembered gap D* = ½·average + ¼·(peak + end) as an exact fraction of hundredths [A2022].
struct RememberedGap {
  std::int64_t numerator = 0;
  /// > 0.
  std::int64_t denominator = 1;
  /// In points.
  double points() const {
    return static_cast<double>(numerator) / (100.0 * static_cast<double>(denominator));
  }
};

/// D* of a ledger with at least one scored moment. Example: gaps 0, −300, 100, 100 (equal weights)
/// → −62.5.
inline RememberedGap remembered_gap(const Ledger& ledger) {
  const std::int64_t weight = ledger.sum_weight;
  return {2 * std::int64_t{ledger.sum_gap} + weight * (std::int64_t{peak(ledger)} + ledger.last),
          4 * weight};
}

}  // namespace mot
