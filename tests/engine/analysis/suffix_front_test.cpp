#include "engine/analysis/suffix_front.h"

#include <catch2/catch.hpp>
#include <vector>

#include "engine/base/draw.h"

namespace mot {
namespace {

std::int16_t gap_of(std::uint32_t seed, std::uint64_t i) {
  return static_cast<std::int16_t>(static_cast<int>(below(draw(seed, Stream::policy, i), 9)) * 50 -
                                   200);
}

}  // namespace

TEST_CASE("joining stretches equals remembering moment by moment") {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    Ledger ledger;
    ReducedLedger joined;
    for (std::uint64_t i = 0; i < 6; ++i) {
      const int weight = 1 + static_cast<int>(i % 3);
      remember(ledger, weight, gap_of(seed, i));
      joined = join(joined, stretch(weight, gap_of(seed, i)));
      CHECK(joined == reduce(ledger));
    }
  }
}

TEST_CASE("pruning a front never loses what is best or worst after any past") {
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    std::vector<ReducedLedger> all;
    for (std::uint64_t i = 0; i < 12; ++i) {
      ReducedLedger addition;
      for (std::uint64_t k = 0; k < 1 + i % 3; ++k)
        addition = join(addition, stretch(1 + static_cast<int>(k), gap_of(seed, 100 * i + k)));
      all.push_back(addition);
    }
    for (const Aim aim : {Aim::best, Aim::worst}) {
      std::vector<ReducedLedger> front = all;
      Pruner().prune(front, aim);
      CHECK(front.size() <= all.size());
      for (std::uint64_t p = 0; p < 10; ++p) {
        const ReducedLedger past =
            p == 0 ? ReducedLedger{} : stretch(static_cast<int>(1 + p % 3), gap_of(seed, 5000 + p));
        const RememberedGap a = remembered_gap(choose(past, all, aim));
        const RememberedGap b = remembered_gap(choose(past, front, aim));
        CHECK(a.numerator * b.denominator == b.numerator * a.denominator);
      }
    }
  }
}

}  // namespace mot
