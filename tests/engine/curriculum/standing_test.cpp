// Where a learner stands: what counts, which course is followed, what comes next, what is due.
#include "engine/curriculum/standing.h"

#include <catch2/catch.hpp>

#include "engine/base/utc.h"
#include "tests/support/course_attempts.h"

namespace {

using namespace mot;

const std::string kRoot = MOT_SOURCE_DIR;

using test::attempt_at;
using test::branched_course;

std::int64_t now() { return seconds_of_utc("2026-02-01T12:00:00Z").value(); }

const std::vector<LibraryScenario>& library() {
  static const std::vector<LibraryScenario> all = [] {
    LoadOptions options;
    options.library = kRoot + "/scenarios";
    return list_library(options);
  }();
  return all;
}

UiStrings words() { return {kRoot + "/assets/lang", "en"}; }

}  // namespace

TEST_CASE("what was played on with another response counts for nothing") {
  Attempt tried = attempt_at("check-out", "2026-01-02", 100);
  tried.play.what_if = true;
  const Standing standing =
      standing_of({attempt_at("check-out", "2026-01-01", 20), tried}, {}, now());
  CHECK(standing.attempts.size() == 1);
  CHECK(standing.at("check-out").best_recommend == 2);
  CHECK(standing.over_time.size() == 1);
}

TEST_CASE("what a room played is nobody's, and attempts stand in the order they were started") {
  Attempt room = attempt_at("check-out", "2026-01-02", 90);
  room.play.room = true;
  const Standing standing = standing_of({attempt_at("check-out", "2026-01-03", 80), room,
                                         attempt_at("late-arrival", "2026-01-01", 20)},
                                        {branched_course("a", true)}, now());
  REQUIRE(standing.attempts.size() == 2);
  CHECK(standing.attempts[0].play.scenario == "late-arrival");
  CHECK(standing.mastery.dimensions[3].seen == 2);
  CHECK(standing.over_time.size() == 2);
  CHECK(standing.over_time.back() == standing.mastery);
  CHECK(standing.courses.size() == 1);
}

TEST_CASE("the course that is followed is the chosen one, the one last played in, a first one") {
  const std::vector<std::shared_ptr<const Course>> courses{branched_course("plain", false),
                                                           branched_course("shown", true)};
  CHECK_FALSE(course_followed(standing_of({}, {}, now()), "plain"));
  const Standing fresh = standing_of({}, courses, now());
  CHECK(course_followed(fresh, "") == 1U);
  CHECK(course_followed(fresh, "plain") == 0U);
  CHECK(course_followed(fresh, "gone") == 1U);
  const Standing played =
      standing_of({attempt_at("late-arrival", "2026-01-01", 20)}, courses, now());
  CHECK(course_followed(played, "") == 0U);
  auto longer = std::make_shared<Course>(*branched_course("longer", true));
  longer->lessons.resize(2);
  const Standing further =
      standing_of({attempt_at("twice-the-water", "2026-01-01", 20),
                   attempt_at("late-arrival", "2026-01-02", 90)},
                  {branched_course("plain", false), longer, branched_course("shown", true)}, now());
  REQUIRE(further.courses[1].progress.finished());
  CHECK(course_followed(further, "") == 2U);
}

TEST_CASE("next comes the course's lesson that is open, and the sentence says why") {
  const Standing fresh = standing_of({}, {branched_course("a", true)}, now());
  const auto first = next_in_course(fresh, 0, among(library()), words(), "en");
  REQUIRE(first);
  CHECK(first->scenario->id == "twice-the-water");
  CHECK(first->next.reason == NextReason::example);
  CHECK(first->why.find("shows how it is done") != std::string::npos);
  const Standing seen = standing_of({attempt_at("twice-the-water", "2026-02-01", 50)},
                                    {branched_course("a", true)}, now());
  const auto second = next_in_course(seen, 0, among(library()), words(), "en");
  REQUIRE(second);
  CHECK((second->scenario->id == "late-arrival" || second->scenario->id == "the-bad-survey"));
  CHECK_FALSE(next_in_course(
      fresh, 0, [](std::string_view) { return nullptr; }, words(), "en"));
}

TEST_CASE("without a course what is next is one of all, and never a draft") {
  const Standing fresh = standing_of({}, {}, now());
  const auto any = next_in_library(fresh, library(), words(), "en");
  REQUIRE(any);
  CHECK(any->next.reason == NextReason::need);
  CHECK(any->why.find(any->title) != std::string::npos);
  auto draft = std::make_shared<Scenario>(*library().front().scenario);
  draft->draft = true;
  CHECK_FALSE(next_in_library(fresh, {{"draft.yaml", draft}}, words(), "en"));
  CHECK_FALSE(next_in_library(fresh, {}, words(), "en"));
}

TEST_CASE("a card shows the best recorded answer, and nothing for other scenarios") {
  const Standing standing = standing_of(
      {attempt_at("check-out", "2026-01-01", 90), attempt_at("check-out", "2026-01-02", 40)}, {},
      now());
  CHECK(standing.at("check-out").best_recommend == 9);
  CHECK_FALSE(standing.at("late-arrival").best_recommend);
}

TEST_CASE("what was played long ago and badly is due first") {
  const Standing standing = standing_of(
      {attempt_at("check-out", "2026-01-30", 95), attempt_at("late-arrival", "2025-12-01", 20)}, {},
      now());
  const auto due = due_scenarios(standing);
  REQUIRE(due.size() == 2);
  CHECK(due[0].scenario == "late-arrival");
  CHECK(due[0].card.due <= now());
  CHECK(comes_today(due[0].card, now()));
}

TEST_CASE("a course is finished on the day of the attempt that finished it") {
  const auto made = branched_course("a", true);
  std::vector<Attempt> attempts{attempt_at("twice-the-water", "2026-01-01", 10),
                                attempt_at("late-arrival", "2026-01-02", 70),
                                attempt_at("the-bad-survey", "2026-01-03", 70)};
  CHECK(standing_of(attempts, {made}, now()).courses[0].finished_on.empty());
  attempts.push_back(attempt_at("check-out", "2026-01-04", 70));
  attempts.push_back(attempt_at("check-out", "2026-01-05", 20));
  const Standing standing = standing_of(attempts, {made}, now());
  CHECK(standing.courses[0].finished_on == "2026-01-04");
}
