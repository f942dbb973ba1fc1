// What a touchpoint did to the NPS, from what was counted.
#include "engine/analysis/impact.h"

#include <catch2/catch.hpp>
#include <cmath>

namespace mot {

TEST_CASE("impact is the mean step in points, with the error of paired differences") {
  ImpactCount count;
  for (int i = 0; i < 30; ++i) count.add(-1);
  for (int i = 0; i < 10; ++i) count.add(1);
  for (int i = 0; i < 5; ++i) count.add(-2);
  for (int i = 0; i < 55; ++i) count.add(0);
  const Impact found = impact(count, 100);
  CHECK(found.points == Approx(-30.0));
  // Σx = −30, Σx² = 60: the variance of the sample is (60 − 900/100) / 99.
  CHECK(found.standard_error == Approx(100 * std::sqrt(51.0 / 99 / 100)));
}

TEST_CASE("where every customer moves alike nothing is uncertain") {
  ImpactCount count;
  for (int i = 0; i < 50; ++i) count.add(1);
  CHECK(impact(count, 50).points == Approx(100));
  CHECK(impact(count, 50).standard_error == 0);
  CHECK(impact(ImpactCount{}, 50).points == 0);
}

TEST_CASE("parts of a count add up to the whole") {
  ImpactCount whole;
  ImpactCount left;
  ImpactCount right;
  for (int i = 0; i < 90; ++i) {
    const int step = i % 5 - 2;
    whole.add(step);
    (i % 2 == 0 ? left : right).add(step);
  }
  right += left;
  CHECK(right == whole);
}

TEST_CASE("for each moment there is what would be remembered had it met expectation") {
  JudgedPlay play;
  play.moments = {{0, 1, -300}, {1, 2, 100}};
  const auto memories = memories_with_one_met(play);
  REQUIRE(memories.size() == 2);
  for (std::size_t i = 0; i < memories.size(); ++i) {
    CHECK(memories[i].remembered_gap(0) ==
          Approx(remembered_gap(ledger_with_met(play, i)).points()));
  }
  CHECK(memories[0].remembered_gap(0) > memories[1].remembered_gap(0));
}

}  // namespace mot
