#include "engine/curriculum/schedule.h"

#include <catch2/catch.hpp>
#include <vector>

#include "engine/base/utc.h"
#include "tests/support/attempts.h"

using Catch::Detail::Approx;
using mot::Card;
using mot::CardState;
using mot::Rating;
using mot::reviewed;

namespace {

/// Days between reviews, each when it is due.
std::vector<std::int64_t> intervals(const std::vector<Rating>& ratings) {
  std::vector<std::int64_t> days;
  Card card;
  std::int64_t now = 1'700'000'000;
  for (const Rating rating : ratings) {
    card = reviewed(card, rating, now);
    days.push_back(interval_days(card));
    now = card.due;
  }
  return days;
}

}  // namespace

TEST_CASE("reviews when due follow the published vector of FSRS-5") {
  std::vector<Rating> ratings(6, Rating::good);
  ratings.insert(ratings.end(), 2, Rating::again);
  ratings.insert(ratings.end(), 5, Rating::good);
  CHECK(intervals(ratings) ==
        std::vector<std::int64_t>{0, 4, 14, 44, 125, 328, 0, 0, 7, 16, 34, 71, 142});
}

TEST_CASE("a first review sets stability and difficulty from the weights") {
  const Card good = reviewed({}, Rating::good, 0);
  CHECK(good.stability == Approx(3.173));
  CHECK(good.difficulty == Approx(5.28243442));
  CHECK(good.state == CardState::learning);
  CHECK(good.due == 600);
  const Card again = reviewed({}, Rating::again, 0);
  CHECK(again.stability == Approx(0.40255));
  CHECK(again.due == 60);
  const Card hard = reviewed({}, Rating::hard, 0);
  CHECK(hard.due == 330);
  const Card easy = reviewed({}, Rating::easy, 0);
  CHECK(easy.state == CardState::review);
  CHECK(interval_days(easy) == 16);
}

TEST_CASE("a forgotten card is learned again in minutes") {
  Card card = reviewed({}, Rating::easy, 0);
  const double before = card.stability;
  card = reviewed(card, Rating::again, card.due);
  CHECK(card.state == CardState::relearning);
  CHECK(card.due - card.last == 600);
  CHECK(card.stability < before);
  card = reviewed(card, Rating::hard, card.due);
  CHECK(card.due - card.last == 900);
  card = reviewed(card, Rating::good, card.due);
  CHECK(card.state == CardState::review);
}

TEST_CASE("the chance to remember is nine tenths after as many days as the stability") {
  Card card = reviewed({}, Rating::easy, 0);
  card.stability = 10;
  CHECK(mot::retrievability(card, 0) == 1);
  CHECK(mot::retrievability(card, 10 * mot::kSecondsADay) == Approx(0.9));
  CHECK(mot::retrievability({}, 0) == 0);
}

TEST_CASE("a score rates a review") {
  CHECK(mot::rating_of(100) == Rating::easy);
  CHECK(mot::rating_of(85) == Rating::easy);
  CHECK(mot::rating_of(84.9) == Rating::good);
  CHECK(mot::rating_of(60) == Rating::good);
  CHECK(mot::rating_of(40) == Rating::hard);
  CHECK(mot::rating_of(39.9) == Rating::again);
}

TEST_CASE("a card grows from attempts in the order they ended") {
  std::vector<mot::Attempt> attempts{mot::test::numbered_attempt(1),
                                     mot::test::numbered_attempt(2)};
  attempts[0].play.ended = "2026-01-10T10:00:00Z";
  attempts[0].score->score = 90;
  attempts[1].play.ended = "2026-01-01T10:00:00Z";
  attempts[1].score->score = 70;
  const auto card = card_of(attempts);
  REQUIRE(card);
  const Card first = reviewed({}, Rating::good, *mot::seconds_of_utc("2026-01-01T10:00:00Z"));
  CHECK(*card == reviewed(first, Rating::easy, *mot::seconds_of_utc("2026-01-10T10:00:00Z")));
  attempts[0].score.reset();
  attempts[1].play.ended = "";
  attempts[1].play.started = "";
  CHECK_FALSE(card_of(attempts));
}
