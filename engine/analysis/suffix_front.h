// What the rest of an encounter can add to the ledger, kept as a Pareto front: the heart of the
// exact solution (docs/analysis.md). Satisfaction depends on the past only through Σg, Σg·D, the
// most intense gap and the last one, and grows with each of the last three, so for one Σg an
// addition that is not above another in all three can never end higher, whatever came before.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/customer/memory.h"

namespace mot {

/// Which end of the range is looked for.
enum class Aim : std::uint8_t { best, worst };

/// The part of the ledger that matters for what comes: Σg, Σg·D, peak, last gap (hundredths).
struct ReducedLedger {
  std::int32_t weight = 0;
  std::int32_t sum = 0;
  std::int16_t peak = 0;
  std::int16_t last = 0;
  friend bool operator==(const ReducedLedger&, const ReducedLedger&) = default;
};

/// From the full ledger.
ReducedLedger reduce(const Ledger& ledger);

/// The more intense of two gaps, a tie going to the bad one: the peak of two stretches from their
/// peaks.
inline std::int16_t more_intense(std::int16_t a, std::int16_t b) {
  const int x = a < 0 ? -a : a;
  const int y = b < 0 ? -b : b;
  if (x != y) return x > y ? a : b;
  return a < b ? a : b;
}

/// A ledger followed by another stretch.
inline ReducedLedger join(const ReducedLedger& first, const ReducedLedger& then) {
  if (then.weight == 0) return first;
  if (first.weight == 0) return then;
  return {first.weight + then.weight, first.sum + then.sum, more_intense(first.peak, then.peak),
          then.last};
}

/// One scored moment as a stretch; weight 0 is none.
inline ReducedLedger stretch(int weight, int gap) {
  if (weight == 0) return {};
  const auto g = static_cast<std::int16_t>(gap);
  return {weight, weight * gap, g, g};
}

/// The remembered gap of a whole encounter. Requires something scored.
RememberedGap remembered_gap(const ReducedLedger& ledger);

/// Satisfaction in hundredths from E* in hundredths; −1 where nothing was scored.
int satisfaction(int expectation, const ReducedLedger& ledger);

/// Prunes one front after another, and keeps the memory it needs for that. For one thread.
class Pruner {
 public:
  /// Leaves only what can be best (or worst) after some past; equal ones once. The order is by
  /// weight, then best sums first. Requires ledgers of at most kMaxTurns choices.
  void prune(std::vector<ReducedLedger>& front, Aim aim);

 private:
  /// Less is better.
  struct Step {
    std::uint32_t peak;
    std::uint32_t last;
  };
  bool add_step(Step step);

  std::vector<std::uint64_t> keys_;
  /// Peaks and lasts of those kept so far of one weight, none worse in both than another: worse
  /// peak, better last.
  std::vector<Step> steps_;
};

/// The addition of a front that makes most (or least) of a past. Requires a non-empty front;
/// returns the whole ledger.
ReducedLedger choose(const ReducedLedger& past, std::span<const ReducedLedger> front, Aim aim);

}  // namespace mot
