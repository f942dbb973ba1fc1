#include "engine/customer/gap.h"

#include <catch2/catch.hpp>
#include <initializer_list>

using mot::counted_rating;
using mot::Delivery;
using mot::Dimension;
using mot::divide_half_away;
using mot::expectation;
using mot::ExpectationKind;
using mot::gap;
using mot::label_of_gap;
using mot::rating_of_wait;
using mot::Stake;

namespace {

struct AtStake {
  Dimension dimension;
  int importance;
  int level;
  ExpectationKind kind = ExpectationKind::performance;
};

Stake stake(std::initializer_list<AtStake> parts) {
  Stake made;
  for (const AtStake& part : parts) {
    const auto d = static_cast<std::size_t>(part.dimension);
    made.at_stake = static_cast<mot::BitSet8>(made.at_stake | mot::bit(part.dimension));
    made.expected[d] = {part.level, part.kind};
    made.importance[d] = part.importance;
  }
  return made;
}

Delivery delivery(Dimension a, int rating_a, Dimension b = Dimension::tangibles, int rating_b = 0) {
  Delivery made{};
  made[static_cast<std::size_t>(b)] = rating_b;
  made[static_cast<std::size_t>(a)] = rating_a;
  return made;
}

}  // namespace

TEST_CASE("divide_half_away rounds halves away from zero") {
  CHECK(divide_half_away(1, 2) == 1);
  CHECK(divide_half_away(-1, 2) == -1);
  CHECK(divide_half_away(5, 2) == 3);
  CHECK(divide_half_away(-5, 2) == -3);
  CHECK(divide_half_away(4, 3) == 1);
  CHECK(divide_half_away(-4, 3) == -1);
  CHECK(divide_half_away(5, 3) == 2);
  CHECK(divide_half_away(-5, 3) == -2);
  CHECK(divide_half_away(0, 7) == 0);
}

TEST_CASE("the gap of one dimension is the rating minus the level") {
  const Stake one = stake({{Dimension::empathy, 16, 8}});
  CHECK(gap(one, delivery(Dimension::empathy, 9)) == 100);
  CHECK(gap(one, delivery(Dimension::empathy, 8)) == 0);
  CHECK(gap(one, delivery(Dimension::empathy, 5)) == -300);
  CHECK(expectation(one) == 800);
}

TEST_CASE("a gap weighs dimensions by importance and rounds half away from zero") {
  // (22·(8 − 8) + 16·(9 − 7)) / 38 = 32/38 = 0.8421…
  const Stake two = stake({{Dimension::responsiveness, 22, 8}, {Dimension::empathy, 16, 7}});
  CHECK(gap(two, delivery(Dimension::responsiveness, 8, Dimension::empathy, 9)) == 84);
  CHECK(gap(two, delivery(Dimension::responsiveness, 8, Dimension::empathy, 5)) == -84);
  // (22·8 + 16·7) / 38 = 7.5789…
  CHECK(expectation(two) == 758);
  // 1/8 = 0.125 exactly: 12.5 hundredths go away from zero, on both sides.
  const Stake eighths = stake({{Dimension::reliability, 1, 5}, {Dimension::assurance, 7, 5}});
  CHECK(gap(eighths, delivery(Dimension::reliability, 6, Dimension::assurance, 5)) == 13);
  CHECK(gap(eighths, delivery(Dimension::reliability, 4, Dimension::assurance, 5)) == -13);
}

TEST_CASE("excess of a must-be earns nothing and lack of an attractive costs nothing") {
  CHECK(counted_rating(10, {7, ExpectationKind::must_be}) == 7);
  CHECK(counted_rating(5, {7, ExpectationKind::must_be}) == 5);
  CHECK(counted_rating(3, {7, ExpectationKind::attractive}) == 7);
  CHECK(counted_rating(9, {7, ExpectationKind::attractive}) == 9);
  CHECK(counted_rating(3, {7, ExpectationKind::performance}) == 3);

  const Stake must = stake({{Dimension::reliability, 32, 7, ExpectationKind::must_be}});
  CHECK(gap(must, delivery(Dimension::reliability, 10)) == 0);
  CHECK(gap(must, delivery(Dimension::reliability, 6)) == -100);
  const Stake extra = stake({{Dimension::tangibles, 11, 4, ExpectationKind::attractive}});
  CHECK(gap(extra, delivery(Dimension::tangibles, 1)) == 0);
  CHECK(gap(extra, delivery(Dimension::tangibles, 6)) == 200);
}

TEST_CASE("ratings of what is not at stake do not count") {
  const Stake one = stake({{Dimension::empathy, 16, 8}});
  CHECK(gap(one, delivery(Dimension::empathy, 9, Dimension::reliability, 1)) == 100);
}

TEST_CASE("the largest gaps are nine points") {
  CHECK(gap(stake({{Dimension::empathy, 100, 1}}), delivery(Dimension::empathy, 10)) == 900);
  CHECK(gap(stake({{Dimension::empathy, 100, 10}}), delivery(Dimension::empathy, 1)) == -900);
}

TEST_CASE("a wait as long as is acceptable is rated at the level") {
  CHECK(rating_of_wait(8, 20, true, 20) == 8);
}

TEST_CASE("no wait earns four levels and twice the acceptable wait loses four") {
  CHECK(rating_of_wait(5, 0, true, 20) == 9);
  CHECK(rating_of_wait(8, 0, true, 20) == 10);
  CHECK(rating_of_wait(8, 40, true, 20) == 4);
}

TEST_CASE("a wait that was not announced feels 36 percent longer") {
  // 8 + 4·(2000 − 25·100)/2000 = 7; 8 + 4·(2000 − 25·136)/2000 = 5.2
  CHECK(rating_of_wait(8, 25, true, 20) == 7);
  CHECK(rating_of_wait(8, 25, false, 20) == 5);
  CHECK(rating_of_wait(8, 20, false, 20) == 7);  // 8 − 1.44 = 6.56
}

TEST_CASE("the rating of a wait is rounded half away from zero and stays within 1 to 10") {
  CHECK(rating_of_wait(8, 5, true, 8) == 10);  // 8 + 1.5 = 9.5
  CHECK(rating_of_wait(8, 7, true, 8) == 9);   // 8 + 0.5
  CHECK(rating_of_wait(8, 9, true, 8) == 8);   // 8 − 0.5 = 7.5
  CHECK(rating_of_wait(2, 100'000, false, 1) == 1);
  CHECK(rating_of_wait(10, 0, false, 100'000) == 10);
}

TEST_CASE("moments are labelled from half a point on") {
  CHECK(label_of_gap(-50) == "misery");
  CHECK(label_of_gap(-49) == "neutral");
  CHECK(label_of_gap(0) == "neutral");
  CHECK(label_of_gap(49) == "neutral");
  CHECK(label_of_gap(50) == "magic");
}
