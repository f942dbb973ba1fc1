#include "engine/records/cohort.h"

#include <catch2/catch.hpp>

#include "tests/support/attempts.h"

using mot::Attempt;
using mot::Cohort;
using mot::CohortTally;

namespace {

/// A complete attempt at `late-room`: check-in, then next-morning.
Attempt played(const std::string& learner, const std::string& started, int recommend) {
  Attempt attempt = mot::test::numbered_attempt(0);
  attempt.group = "morning";
  attempt.play.learner = learner;
  attempt.play.started = started;
  attempt.score->recommend = recommend;
  attempt.score->score = recommend * 10.0;
  attempt.score->choices[0].recommend_if_met = recommend;
  return attempt;
}

Cohort cohort_of(const std::vector<Attempt>& attempts, const std::string& scenario = {}) {
  CohortTally tally(60, scenario);
  for (const Attempt& attempt : attempts) tally.add(attempt);
  return tally.result();
}

/// Promoters whom the first moment made so, and one detractor.
std::vector<Attempt> moved(std::size_t count) {
  std::vector<Attempt> attempts;
  for (std::size_t i = 0; i < count; ++i) {
    attempts.push_back(played("Li", "2026-11-16T10:00:00Z", i == 0 ? 3 : 9));
    attempts.back().score->choices[0].recommend_if_met = i == 0 ? 3 : 7;
  }
  return attempts;
}

}  // namespace

TEST_CASE("nothing comes to nothing") {
  const Cohort cohort = cohort_of({});
  CHECK(cohort.attempts == 0);
  CHECK(cohort.answers.customers() == 0);
  CHECK(cohort.weeks.empty());
  CHECK(cohort.effects.empty());
  CHECK(cohort.trainees.empty());
  CHECK(cohort.funnel == mot::Funnel{});
}

TEST_CASE("answers are counted by week and by group") {
  std::vector<Attempt> attempts{played("Li", "2026-11-16T00:00:00Z", 9),
                                played("Wu", "2026-11-22T23:59:59Z", 6),
                                played("Wu", "2026-11-23T00:00:00Z", 8)};
  attempts[2].group = "";
  const Cohort cohort = cohort_of(attempts);
  CHECK(cohort.answers == mot::NpsCounts{1, 1, 1});
  CHECK(cohort.weeks ==
        std::vector<mot::AnswersOf>{{"2026-11-16", {1, 0, 1}}, {"2026-11-23", {0, 1, 0}}});
  CHECK(cohort.groups == std::vector<mot::AnswersOf>{{"", {0, 1, 0}}, {"morning", {1, 0, 1}}});
  CHECK(cohort.from == "2026-11-16");
  CHECK(cohort.to == "2026-11-23");
}

TEST_CASE("a week begins on Monday") {
  CHECK(mot::week_of("2026-11-22T10:00:00Z") == "2026-11-16");
  CHECK(mot::week_of("2026-11-16") == "2026-11-16");
  CHECK(mot::week_of("2027-01-01T00:00:00Z") == "2026-12-28");
  CHECK(mot::week_of("1969-12-31T00:00:00Z") == "1969-12-29");
  CHECK(mot::week_of("soon").empty());
}

TEST_CASE("a moment's effect is what it moved, over all answers, with its interval") {
  const Cohort cohort = cohort_of(moved(10));
  REQUIRE(cohort.effects.size() == 1);
  const mot::MomentEffect& effect = cohort.effects.front();
  CHECK(effect.scenario == "late-room");
  CHECK(effect.moment == "check-in");
  CHECK(effect.answers == 10);
  // Nine of ten are promoters instead of passives: 90 points, and 1.96 √(.9 · .1 / 10).
  CHECK(effect.effect == Approx(90));
  CHECK(effect.half_width == Approx(100 * 1.96 * 0.0948683));
  CHECK(effect.is_clear());
}

TEST_CASE("below ten answers there are counts and no effects") {
  const Cohort cohort = cohort_of(moved(9));
  CHECK(cohort.answers.customers() == 9);
  CHECK_FALSE(nps(cohort.answers));
  CHECK(cohort.effects.empty());
}

TEST_CASE("who got how far is counted by learners") {
  std::vector<Attempt> attempts{played("Li", "2026-11-16", 9), played("Li", "2026-11-17", 7),
                                played("Wu", "2026-11-16", 8), played("Xu", "2026-11-16", 2),
                                played("Yu", "2026-11-16", 9)};
  attempts[1].play.scenario = "lost-case";
  attempts[4].play.complete = false;
  const Cohort cohort = cohort_of(attempts);
  CHECK(cohort.funnel == mot::Funnel{4, 3, 2, 1});
  CHECK(cohort.attempts == 4);
  CHECK(cohort.uncounted == 1);
}

TEST_CASE("a trainee has a best score of each scenario, a trend by time and a weakest moment") {
  std::vector<Attempt> attempts{played("Li", "2026-11-18", 4), played("Li", "2026-11-16", 6),
                                played("Li", "2026-11-17", 8)};
  attempts[2].play.scenario = "lost-case";
  attempts[2].score->choices[1].regret = 3;
  const Cohort cohort = cohort_of(attempts);
  REQUIRE(cohort.trainees.size() == 1);
  const mot::Trainee& trainee = cohort.trainees.front();
  CHECK(trainee.attempts == 3);
  CHECK(trainee.scenarios == 2);
  CHECK(trainee.score == 70.0);
  CHECK(trainee.trend == std::vector<double>{60, 80, 40});
  CHECK(trainee.weakest_scenario == "lost-case");
  CHECK(trainee.weakest_moment == "next-morning");
}

TEST_CASE("rooms and what-ifs count for nobody") {
  std::vector<Attempt> attempts{played("Li", "2026-11-16", 9), played("Wu", "2026-11-16", 9)};
  attempts[0].play.room = true;
  attempts[1].play.what_if = true;
  const Cohort cohort = cohort_of(attempts);
  CHECK(cohort.uncounted == 2);
  CHECK(cohort.answers.customers() == 0);
  CHECK(cohort.trainees.empty());
}

TEST_CASE("a scenario's moments are split by response, first and latest attempts apart") {
  std::vector<Attempt> attempts{played("Li", "2026-11-18", 4), played("Li", "2026-11-16", 6),
                                played("Li", "2026-11-17", 8), played("Wu", "2026-11-17", 8)};
  attempts[1].play.choices[0].choice = "check-in.wait";
  attempts[1].play.choices[0].seconds = 30;
  attempts[3].play.scenario = "lost-case";
  const Cohort cohort = cohort_of(attempts, "late-room");
  REQUIRE(cohort.moments.size() == 2);
  const mot::MomentSplit& moment = cohort.moments.front();
  CHECK(moment.moment == "check-in");
  CHECK(moment.choices == 3);
  CHECK(moment.right == 3);
  CHECK(moment.graded == 3);
  CHECK(moment.median_seconds == 12.5);
  REQUIRE(moment.responses.size() == 2);
  CHECK(moment.responses[0].response == "half-past");
  CHECK(moment.responses[0].all == 2);
  CHECK(moment.responses[0].first == 0);
  CHECK(moment.responses[0].latest == 1);
  CHECK(moment.responses[1].response == "wait");
  CHECK(moment.responses[1].first == 1);
  CHECK(cohort.moments[1].timed_out == 3);
}
