// Where a learner stands: what counts, which course is followed, what comes next, what is due; and
// how a course's path is laid out (game/screens/standing.h, course_path.h).
#include "game/screens/standing.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "engine/base/utc.h"
#include "game/screens/certificate_file.h"
#include "game/screens/course_path.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace mot;

const std::string kRoot = MOT_SOURCE_DIR;

Attempt attempt(const std::string& scenario, const std::string& day, double score) {
  Attempt made;
  made.play.scenario = scenario;
  made.play.started = day + "T10:00:00Z";
  made.play.ended = made.play.started;
  made.play.complete = true;
  made.score.emplace();
  made.score->ending = EndingKind::resolved;
  made.score->score = score;
  made.score->satisfaction = static_cast<int>(score) * 9 + 100;
  made.score->recommend = static_cast<int>(score) / 10;
  ScoredChoice choice;
  choice.scored = true;
  choice.grade = score >= 60 ? Grade::best : Grade::harmful;
  choice.options = 4;
  choice.dimensions = bit(Dimension::empathy);
  made.score->choices.push_back(choice);
  return made;
}

std::shared_ptr<const Course> course(const std::string& id, bool example) {
  auto made = std::make_shared<Course>();
  made->id = id;
  made->title = "Course " + id;
  made->lessons.resize(4);
  made->lessons[0] = {"watch", "twice-the-water", "", 0, 0, {}, 0, example};
  made->lessons[1] = {"one", "late-arrival", "One", 0, 0, {0}, 0, false};
  made->lessons[2] = {"two", "the-bad-survey", "Two", 0, 0, {0}, 0, false};
  made->lessons[3] = {"end", "check-out", "End", 0, 0, {1, 2}, 0, false};
  return made;
}

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

TEST_CASE("what a room played is nobody's, and attempts stand in the order they were started") {
  Attempt room = attempt("check-out", "2026-01-02", 90);
  room.play.room = true;
  const Standing standing = standing_of(
      {attempt("check-out", "2026-01-03", 80), room, attempt("late-arrival", "2026-01-01", 20)},
      {course("a", true)}, now());
  REQUIRE(standing.attempts.size() == 2);
  CHECK(standing.attempts[0].play.scenario == "late-arrival");
  CHECK(standing.mastery.dimensions[3].seen == 2);
  CHECK(mastery_over_time(standing).size() == 2);
  CHECK(mastery_over_time(standing).back() == standing.mastery);
  CHECK(standing.courses.size() == 1);
}

TEST_CASE("the course that is followed is the chosen one, the one last played in, a first one") {
  const std::vector<std::shared_ptr<const Course>> courses{course("plain", false),
                                                           course("shown", true)};
  CHECK_FALSE(course_followed(standing_of({}, {}, now()), "plain"));
  const Standing fresh = standing_of({}, courses, now());
  CHECK(course_followed(fresh, "") == 1U);
  CHECK(course_followed(fresh, "plain") == 0U);
  CHECK(course_followed(fresh, "gone") == 1U);
  const Standing played = standing_of({attempt("late-arrival", "2026-01-01", 20)}, courses, now());
  CHECK(course_followed(played, "") == 0U);
  auto longer = std::make_shared<Course>(*course("longer", true));
  longer->lessons.resize(2);
  const Standing further = standing_of(
      {attempt("twice-the-water", "2026-01-01", 20), attempt("late-arrival", "2026-01-02", 90)},
      {course("plain", false), longer, course("shown", true)}, now());
  REQUIRE(further.courses[1].progress.finished());
  CHECK(course_followed(further, "") == 2U);
}

TEST_CASE("next comes the course's lesson that is open, and the sentence says why") {
  const Standing fresh = standing_of({}, {course("a", true)}, now());
  const auto first = next_up(fresh, 0, library(), words(), "en");
  REQUIRE(first);
  CHECK(first->scenario->id == "twice-the-water");
  CHECK(first->in_course);
  CHECK(first->why.find("shows how it is done") != std::string::npos);
  const Standing seen =
      standing_of({attempt("twice-the-water", "2026-02-01", 50)}, {course("a", true)}, now());
  const auto second = next_up(seen, 0, library(), words(), "en");
  REQUIRE(second);
  CHECK((second->scenario->id == "late-arrival" || second->scenario->id == "the-bad-survey"));
  // Without a course, among all.
  const auto any = next_up(fresh, std::nullopt, library(), words(), "en");
  REQUIRE(any);
  CHECK_FALSE(any->in_course);
  CHECK_FALSE(next_up(fresh, std::nullopt, {}, words(), "en"));
}

TEST_CASE("a card shows the best recorded answer, and nothing for other scenarios") {
  const Standing standing = standing_of(
      {attempt("check-out", "2026-01-01", 90), attempt("check-out", "2026-01-02", 40)}, {}, now());
  CHECK(best_recommend(standing, "check-out") == 9);
  CHECK_FALSE(best_recommend(standing, "late-arrival"));
}

TEST_CASE("what was played long ago and badly is due first") {
  const Standing standing = standing_of(
      {attempt("check-out", "2026-01-30", 95), attempt("late-arrival", "2025-12-01", 20)}, {},
      now());
  const auto due = due_scenarios(standing);
  REQUIRE(due.size() == 2);
  CHECK(due[0].scenario == "late-arrival");
  CHECK(due[0].card.due <= now());
}

TEST_CASE("a course is finished on the day of the attempt that finished it") {
  const auto made = course("a", true);
  std::vector<Attempt> attempts{attempt("twice-the-water", "2026-01-01", 10),
                                attempt("late-arrival", "2026-01-02", 70),
                                attempt("the-bad-survey", "2026-01-03", 70)};
  CHECK(day_finished(*made, standing_of(attempts, {made}, now())).empty());
  attempts.push_back(attempt("check-out", "2026-01-04", 70));
  attempts.push_back(attempt("check-out", "2026-01-05", 20));
  const Standing standing = standing_of(attempts, {made}, now());
  CHECK(day_finished(*made, standing) == "2026-01-04");

  const test::TemporaryFolder folder;
  const auto path = write_certificate(folder / "certificates", standing.courses[0], standing,
                                      "Li Na / 李娜", library(), words());
  REQUIRE(path);
  CHECK(std::filesystem::path(*path).filename() == "a-Li-Na-李娜-2026-01-04.pdf");
  CHECK(std::filesystem::file_size(*path) > 2000);
}

TEST_CASE("names become names of files without anything that a path is made of") {
  CHECK(name_for_file("../../etc/passwd") == "etc-passwd");
  CHECK(name_for_file("李娜") == "李娜");
  CHECK(name_for_file("  ").empty());
  CHECK(name_for_file(std::string(500, 'x')).size() <= 80);
}

TEST_CASE("lessons stand to the right of those they come after") {
  const auto places = places_on_path(*course("a", true));
  CHECK(places == std::vector<StationPlace>{{0, 0}, {1, 0}, {1, 1}, {2, 0}});
}

TEST_CASE("a lesson says why it is locked, what passes it, and what came of it") {
  const auto made = course("a", true);
  const Standing standing = standing_of(
      {attempt("twice-the-water", "2026-01-01", 10), attempt("late-arrival", "2026-01-02", 70),
       attempt("the-bad-survey", "2026-01-03", 30)},
      {made}, now());
  const CourseStanding& at = standing.courses[0];
  CHECK(state_text(at, 0, library(), words()) == "You have seen how it is done.");
  CHECK(state_text(at, 1, library(), words()) == "Passed with 70 of 100.");
  CHECK(state_text(at, 2, library(), words()).find("30 of 100") != std::string::npos);
  CHECK(state_text(at, 3, library(), words()) ==
        "Still locked. It opens when you have passed “Two”.");
  CHECK(lesson_at(at.progress) == 2U);
  CHECK(progress_text(at, words()) == "2 of 4 lessons · 50 %");
  CHECK(due_text(at.progress.lessons[2], now(), words()) == "today");
  CHECK(due_text(at.progress.lessons[3], now(), words()).empty());
}
