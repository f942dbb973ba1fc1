// How a course's path is laid out, and what its stations say.
#include "game/screens/course_path.h"

#include <catch2/catch.hpp>

#include "engine/base/utc.h"
#include "engine/curriculum/why.h"
#include "tests/support/course_attempts.h"

namespace {

using namespace mot;
using test::attempt_at;
using test::branched_course;

std::int64_t now() { return seconds_of_utc("2026-02-01T12:00:00Z").value(); }
UiStrings words() { return {std::string(MOT_SOURCE_DIR) + "/assets/lang", "en"}; }

}  // namespace

TEST_CASE("lessons stand to the right of those they come after") {
  const auto places = places_on_path(*branched_course("a", true));
  CHECK(places == std::vector<StationPlace>{{0, 0}, {1, 0}, {1, 1}, {2, 0}});
}

TEST_CASE("a lesson says why it is locked, what passes it, and what came of it") {
  const auto made = branched_course("a", true);
  const Standing standing = standing_of({attempt_at("twice-the-water", "2026-01-01", 10),
                                         attempt_at("late-arrival", "2026-01-02", 70),
                                         attempt_at("the-bad-survey", "2026-01-03", 30)},
                                        {made}, now());
  const CourseStanding& at = standing.courses[0];
  const FindScenario find = [](std::string_view) { return nullptr; };
  CHECK(state_text(at, 0, find, words()) == "You have seen how it is done.");
  CHECK(state_text(at, 1, find, words()) == "Passed with 70 of 100.");
  CHECK(state_text(at, 2, find, words()).find("30 of 100") != std::string::npos);
  CHECK(state_text(at, 3, find, words()) == "Still locked. It opens when you have passed “Two”.");
  CHECK(lesson_at(at.progress) == 2U);
  CHECK(progress_text(at, words()) == "2 of 4 lessons · 50 %");
  CHECK(due_text(at.progress.lessons[2].card, now(), words()) == "today");
  CHECK(due_text(at.progress.lessons[3].card, now(), words()).empty());
}
