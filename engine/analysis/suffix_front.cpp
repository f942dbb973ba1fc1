#include "engine/analysis/suffix_front.h"

#include <algorithm>

#include "engine/customer/satisfaction.h"
#include "engine/encounter/state.h"

namespace mot {
namespace {

// a > b as fractions with positive denominators; the products stay far below 2^63.
bool above(const RememberedGap& a, const RememberedGap& b) {
  return a.numerator * b.denominator > b.numerator * a.denominator;
}

// Turns the worst into the best of the mirrored problem for comparisons.
ReducedLedger mirrored(ReducedLedger s, Aim aim) {
  if (aim == Aim::best) return s;
  s.sum = -s.sum;
  s.peak = static_cast<std::int16_t>(-s.peak);
  s.last = static_cast<std::int16_t>(-s.last);
  return s;
}

// A ledger as one number, so that sorting is quick: by weight, then the highest sum, peak and last
// first. 500 choices of weight 5 and gaps of ±900 fit.
constexpr int kGapBits = 11;
constexpr int kSumBits = 23;
constexpr std::int64_t kHighestGap = 900;
constexpr std::int64_t kHighestSum = std::int64_t{5} * kMaxTurns * kHighestGap;
static_assert(2 * kHighestGap < (1 << kGapBits) && 2 * kHighestSum < (1 << kSumBits));

std::uint64_t key_of(const ReducedLedger& ledger) {
  std::uint64_t key = static_cast<std::uint32_t>(ledger.weight);
  key = (key << kSumBits) | static_cast<std::uint64_t>(kHighestSum - ledger.sum);
  key = (key << kGapBits) | static_cast<std::uint64_t>(kHighestGap - ledger.peak);
  return (key << kGapBits) | static_cast<std::uint64_t>(kHighestGap - ledger.last);
}

constexpr std::uint64_t kGapMask = (1U << kGapBits) - 1;
constexpr std::uint64_t kSumMask = (1U << kSumBits) - 1;

// The parts of such a number; peak and last as they stand in it, the highest the least.
std::uint32_t last_of(std::uint64_t key) { return static_cast<std::uint32_t>(key & kGapMask); }
std::uint32_t peak_of(std::uint64_t key) {
  return static_cast<std::uint32_t>((key >> kGapBits) & kGapMask);
}
std::uint32_t weight_of(std::uint64_t key) {
  return static_cast<std::uint32_t>(key >> (kSumBits + 2 * kGapBits));
}

ReducedLedger ledger_of(std::uint64_t key) {
  ReducedLedger ledger;
  ledger.last = static_cast<std::int16_t>(kHighestGap - last_of(key));
  ledger.peak = static_cast<std::int16_t>(kHighestGap - peak_of(key));
  ledger.sum = static_cast<std::int32_t>(
      kHighestSum - static_cast<std::int64_t>((key >> (2 * kGapBits)) & kSumMask));
  ledger.weight = static_cast<std::int32_t>(weight_of(key));
  return ledger;
}

}  // namespace

ReducedLedger reduce(const Ledger& ledger) {
  if (ledger.empty()) return {};
  return {ledger.sum_weight, ledger.sum_gap, static_cast<std::int16_t>(peak(ledger)), ledger.last};
}

RememberedGap remembered_gap(const ReducedLedger& ledger) {
  return {2 * std::int64_t{ledger.sum} +
              std::int64_t{ledger.weight} * (std::int64_t{ledger.peak} + ledger.last),
          4 * std::int64_t{ledger.weight}};
}

int satisfaction(int expectation, const ReducedLedger& ledger) {
  if (ledger.weight == 0) return -1;
  return satisfaction(expectation, remembered_gap(ledger));
}

// False where one at least as good in both is there; else it is added and those that are not better
// in anything go. There are few.
bool Pruner::add_step(Step step) {
  auto after = steps_.begin();
  while (after != steps_.end() && after->peak <= step.peak) ++after;
  if (after != steps_.begin() && std::prev(after)->last <= step.last) return false;
  auto end = after;
  while (end != steps_.end() && end->last >= step.last) ++end;
  if (end == after) {
    steps_.insert(after, step);
  } else {
    *after = step;
    steps_.erase(after + 1, end);
  }
  return true;
}

void Pruner::prune(std::vector<ReducedLedger>& front, Aim aim) {
  if (front.size() < 2) return;
  keys_.clear();
  for (const ReducedLedger& ledger : front) keys_.push_back(key_of(mirrored(ledger, aim)));
  std::sort(keys_.begin(), keys_.end());
  front.clear();
  steps_.clear();
  std::uint32_t weight = weight_of(keys_.front());
  for (const std::uint64_t key : keys_) {
    if (weight_of(key) != weight) {
      steps_.clear();
      weight = weight_of(key);
    }
    // One that is there already is no better than itself.
    if (add_step({peak_of(key), last_of(key)})) front.push_back(mirrored(ledger_of(key), aim));
  }
}

ReducedLedger choose(const ReducedLedger& past, std::span<const ReducedLedger> front, Aim aim) {
  ReducedLedger found = join(past, front[0]);
  for (const ReducedLedger& addition : front.subspan(1)) {
    const ReducedLedger whole = join(past, addition);
    if (whole.weight == 0) continue;
    if (found.weight == 0) {
      found = whole;
      continue;
    }
    const RememberedGap a = remembered_gap(whole);
    const RememberedGap b = remembered_gap(found);
    if (aim == Aim::best ? above(a, b) : above(b, a)) found = whole;
  }
  return found;
}

}  // namespace mot
