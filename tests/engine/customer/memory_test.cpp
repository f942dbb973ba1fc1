#include "engine/customer/memory.h"

#include <catch2/catch.hpp>
#include <initializer_list>

using mot::Ledger;
using mot::peak;
using mot::remember;
using mot::remembered_gap;

namespace {

Ledger ledger_of(std::initializer_list<int> gaps, int weight = 1) {
  Ledger ledger;
  for (const int gap : gaps) remember(ledger, weight, gap);
  return ledger;
}

}  // namespace

TEST_CASE("a ledger is empty until the first scored moment") {
  Ledger ledger;
  CHECK(ledger.empty());
  remember(ledger, 2, -100);
  CHECK_FALSE(ledger.empty());
  CHECK(ledger.sum_weight == 2);
  CHECK(ledger.sum_gap == -200);
}

TEST_CASE("highest, lowest and last start with the first moment, not with zero") {
  const Ledger bad = ledger_of({-100});
  CHECK(bad.highest == -100);
  CHECK(bad.lowest == -100);
  CHECK(bad.last == -100);
  const Ledger good = ledger_of({200, 50});
  CHECK(good.highest == 200);
  CHECK(good.lowest == 50);
  CHECK(good.last == 50);
}

TEST_CASE("the peak is the most intense moment, sign kept, and a tie goes to the bad one") {
  CHECK(peak(ledger_of({100, -300, 200})) == -300);
  CHECK(peak(ledger_of({100, -200, 300})) == 300);
  CHECK(peak(ledger_of({200, -200})) == -200);
  CHECK(peak(ledger_of({-100, -300})) == -300);
  CHECK(peak(ledger_of({50, 150})) == 150);
  CHECK(peak(ledger_of({0})) == 0);
}

TEST_CASE("memory is half the average and a quarter each of peak and end") {
  // ½·(−25) + ¼·(−300 + 100) = −62.5: 8, 5, 9, 9 delivered where 8 is expected.
  CHECK(remembered_gap(ledger_of({0, -300, 100, 100})).points() == -0.625);
  CHECK(remembered_gap(ledger_of({0, 100, 100, -300})).points() == -1.625);
  CHECK(remembered_gap(ledger_of({0})).points() == 0);
  CHECK(remembered_gap(ledger_of({100})).points() == 1);
  CHECK(remembered_gap(ledger_of({-200})).points() == -2);
}

TEST_CASE("weights count in the average and not in peak or end") {
  Ledger ledger;
  remember(ledger, 3, 100);
  remember(ledger, 1, -100);
  // Average 50, peak −100 (a tie), end −100: 25 − 50 = −25.
  const auto remembered = remembered_gap(ledger);
  CHECK(remembered.points() == -0.25);
  CHECK(100 * remembered.numerator == -2500 * remembered.denominator);
}

TEST_CASE("the same weight for all moments changes nothing") {
  CHECK(remembered_gap(ledger_of({0, -300, 100}, 5)).points() ==
        remembered_gap(ledger_of({0, -300, 100}, 1)).points());
}

TEST_CASE("the longest encounter with the largest gaps stays exact") {
  Ledger ledger;
  for (int i = 0; i < 500; ++i) remember(ledger, 5, -900);
  CHECK(ledger.sum_gap == -2'250'000);
  CHECK(remembered_gap(ledger).points() == -9);
}
