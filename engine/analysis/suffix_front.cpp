#include "engine/analysis/suffix_front.h"

#include <algorithm>

#include "engine/customer/satisfaction.h"

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

// Peaks and lasts of those kept so far of one weight, no pair below another: higher peak, lower
// last.
class Staircase {
 public:
  void clear() { steps_.clear(); }
  // False where one at least as high in both is there; else it is added and those below it go.
  bool add(std::int16_t peak, std::int16_t last) {
    const auto after = std::partition_point(steps_.begin(), steps_.end(),
                                            [&](const Step& s) { return s.peak >= peak; });
    if (after != steps_.begin() && std::prev(after)->last >= last) return false;
    auto end = after;
    while (end != steps_.end() && end->last <= last) ++end;
    const auto at = steps_.erase(after, end);
    steps_.insert(at, {peak, last});
    return true;
  }

 private:
  struct Step {
    std::int16_t peak;
    std::int16_t last;
  };
  std::vector<Step> steps_;
};

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

void prune(std::vector<ReducedLedger>& front, Aim aim) {
  if (front.size() < 2) return;
  std::sort(front.begin(), front.end(), [aim](const ReducedLedger& a, const ReducedLedger& b) {
    if (a.weight != b.weight) return a.weight < b.weight;
    const ReducedLedger x = mirrored(a, aim);
    const ReducedLedger y = mirrored(b, aim);
    if (x.sum != y.sum) return x.sum > y.sum;
    if (x.peak != y.peak) return x.peak > y.peak;
    return x.last > y.last;
  });
  Staircase staircase;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < front.size(); ++i) {
    if (i == 0 || front[i].weight != front[i - 1].weight) staircase.clear();
    const ReducedLedger own = mirrored(front[i], aim);
    const ReducedLedger original = front[i];
    if (staircase.add(own.peak, own.last)) front[kept++] = original;
  }
  front.resize(kept);
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
