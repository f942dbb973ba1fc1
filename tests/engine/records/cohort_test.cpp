#include "engine/records/cohort.h"

#include <catch2/catch.hpp>

#include "tests/support/attempts.h"

using mot::Attempt;
using mot::Cohort;
using mot::CohortQuestion;
using mot::SummaryTable;

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

Cohort cohort_of(const std::vector<Attempt>& attempts, const CohortQuestion& question = {}) {
  SummaryTable table;
  for (const Attempt& attempt : attempts) {
    table.add(summary_of(
        attempt, [&](const mot::ChoiceName& name) { return table.choices.number_of(name); }));
  }
  return mot::cohort_of(table, question);
}

Cohort split_of(const std::vector<Attempt>& attempts) {
  CohortQuestion question;
  question.scenario = "late-room";
  return cohort_of(attempts, question);
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
  const auto week_of = [](const std::string& time) {
    const Cohort cohort = cohort_of({played("Li", time, 9)});
    return cohort.weeks.empty() ? "" : cohort.weeks.front().name;
  };
  CHECK(week_of("2026-11-22T10:00:00Z") == "2026-11-16");
  CHECK(week_of("2026-11-16T00:00:00Z") == "2026-11-16");
  CHECK(week_of("2027-01-01T00:00:00Z") == "2026-12-28");
  CHECK(week_of("1969-12-31T00:00:00Z") == "1969-12-29");
  CHECK(week_of("soon").empty());
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
  const Cohort cohort = split_of(attempts);
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

TEST_CASE("a moment tells strong from weak attempts, and what it costs") {
  std::vector<Attempt> attempts;
  for (int i = 0; i < 40; ++i) {
    attempts.push_back(played("Li", "2026-11-18", 4));
    attempts.back().score->choices[0].regret = i % 4;
    attempts.back().score->choices[1].regret = i % 4 + i % 2;
  }
  const Cohort cohort = split_of(attempts);
  CHECK(cohort.moments[0].lost == 1.5);
  CHECK(cohort.moments[1].lost == 2.0);
  REQUIRE(cohort.moments[0].discrimination);
  CHECK(*cohort.moments[0].discrimination == Approx(0.9487).margin(1e-4));
  attempts.resize(29);
  CHECK_FALSE(split_of(attempts).moments[0].discrimination);
}

TEST_CASE("a rest that differs by rounding alone tells nobody from anybody") {
  std::vector<Attempt> attempts;
  for (std::size_t i = 0; i < 40; ++i) {
    attempts.push_back(played("Li", "2026-11-16T10:00:00Z", 9));
    auto& choices = attempts.back().score->choices;
    choices[0].regret = 0.01 * static_cast<double>(i);
    choices[1].regret = 0.1;
  }
  const Cohort cohort = split_of(attempts);
  REQUIRE(cohort.moments.size() == 2);
  CHECK(cohort.moments[0].lost > 0.1);
  CHECK_FALSE(cohort.moments[0].discrimination);
}

TEST_CASE("the rule of what counts is for answers, effects and scores, not for how far one came") {
  std::vector<Attempt> attempts{played("Li", "2026-11-16", 9), played("Li", "2026-11-17", 4),
                                played("Wu", "2026-11-16", 8), played("Xu", "2026-11-16", 8)};
  attempts[1].play.choices[0].choice = "check-in.wait";
  attempts[3].play.complete = false;
  CohortQuestion question;
  question.scenario = "late-room";
  question.counts = mot::CountedAttempt::last;
  const Cohort cohort = cohort_of(attempts, question);
  CHECK(cohort.attempts == 2);
  CHECK(cohort.uncounted == 2);
  CHECK(cohort.answers == mot::NpsCounts{0, 1, 1});
  CHECK(cohort.funnel == mot::Funnel{3, 2, 2, 2});
  CHECK(cohort.trainees.front().score == 40.0);
  CHECK(cohort.trainees.front().trend == std::vector<double>{90, 40});
  REQUIRE(cohort.moments.front().responses.size() == 2);
  CHECK(cohort.moments.front().responses[0].first == 2);
  CHECK(cohort.moments.front().responses[1].latest == 1);
}

TEST_CASE("one group, one learner, some days can be asked about") {
  std::vector<Attempt> attempts{played("Li", "2026-11-16T08:00:00Z", 9),
                                played("Wu", "2026-11-17T08:00:00Z", 4)};
  attempts[1].group = "evening";
  CohortQuestion question;
  question.group = "evening";
  CHECK(cohort_of(attempts, question).trainees.front().name == "Wu");
  question.group = "nobody's";
  CHECK(cohort_of(attempts, question).attempts == 0);
  question = {};
  question.learner = "Li";
  CHECK(cohort_of(attempts, question).answers == mot::NpsCounts{1, 0, 0});
  question = {};
  question.since = "2026-11-17";
  CHECK(cohort_of(attempts, question).answers == mot::NpsCounts{0, 0, 1});
  question.before = "2026-11-17";
  CHECK(cohort_of(attempts, question).attempts == 0);
}

TEST_CASE("the first attempt is the first of all, also where later days are asked about") {
  CohortQuestion question;
  question.counts = mot::CountedAttempt::first;
  question.since = "2026-11-10";
  const std::vector<Attempt> attempts{played("Li", "2026-10-01T10:00:00Z", 2),
                                      played("Li", "2026-11-16T10:00:00Z", 9),
                                      played("Wu", "2026-11-17T10:00:00Z", 9)};
  const Cohort cohort = cohort_of(attempts, question);
  CHECK(cohort.answers.customers() == 1);
  CHECK(cohort.answers.promoters == 1);
  CHECK(cohort.scenarios == 1);
}

TEST_CASE("the largest effects are shown, losses as well as gains, from the highest") {
  std::vector<mot::MomentEffect> effects;
  for (const double effect : {8.0, 3.0, -1.0, -12.0}) {
    effects.push_back({"late-room", "check-in", 20, effect, 1.0});
  }
  const auto shown = mot::largest_effects(effects, 2);
  REQUIRE(shown.size() == 2);
  CHECK(shown[0].effect == 8.0);
  CHECK(shown[1].effect == -12.0);
}
