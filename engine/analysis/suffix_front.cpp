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

ReducedLedger ledger_of(std::uint64_t key) {
  constexpr std::uint64_t kGapMask = (1U << kGapBits) - 1;
  constexpr std::uint64_t kSumMask = (1U << kSumBits) - 1;
  ReducedLedger ledger;
  ledger.last = static_cast<std::int16_t>(kHighestGap - static_cast<std::int64_t>(key & kGapMask));
  key >>= kGapBits;
  ledger.peak = static_cast<std::int16_t>(kHighestGap - static_cast<std::int64_t>(key & kGapMask));
  key >>= kGapBits;
  ledger.sum = static_cast<std::int32_t>(kHighestSum - static_cast<std::int64_t>(key & kSumMask));
  ledger.weight = static_cast<std::int32_t>(key >> kSumBits);
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

// False where one at least as high in both is there; else it is added and those below it go.
bool Pruner::add_step(std::int16_t peak, std::int16_t last) {
  const auto after = std::partition_point(steps_.begin(), steps_.end(),
                                          [&](const Step& s) { return s.peak >= peak; });
  if (after != steps_.begin() && std::prev(after)->last >= last) return false;
  auto end = after;
  while (end != steps_.end() && end->last <= last) ++end;
  const auto at = steps_.erase(after, end);
  steps_.insert(at, {peak, last});
  return true;
}

void Pruner::prune(std::vector<ReducedLedger>& front, Aim aim) {
  if (front.size() < 2) return;
  keys_.clear();
  for (const ReducedLedger& ledger : front) keys_.push_back(key_of(mirrored(ledger, aim)));
  std::sort(keys_.begin(), keys_.end());
  keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
  front.clear();
  std::int32_t weight = -1;
  for (const std::uint64_t key : keys_) {
    const ReducedLedger own = ledger_of(key);
    if (own.weight != weight) steps_.clear();
    weight = own.weight;
    if (add_step(own.peak, own.last)) front.push_back(mirrored(own, aim));
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
