#include "engine/curriculum/course_progress.h"

#include <catch2/catch.hpp>

#include "tests/support/attempts.h"

using mot::Attempt;
using mot::LessonState;

namespace {

/// A worked example, then two lessons one after the other, the second with two attempts.
mot::Course course() {
  mot::Course made;
  made.lessons.resize(3);
  made.lessons[0] = {"watch", "late-room", "", 0, 0, {}, 0, true};
  made.lessons[1] = {"first", "lost-case", "", 0, 0, {0}, 0, false};
  made.lessons[2] = {"second", "third-visit", "", 0, 0, {1}, 2, false};
  return made;
}

Attempt played(const char* scenario, const char* started, double score) {
  Attempt attempt = mot::test::numbered_attempt(0);
  attempt.play.scenario = scenario;
  attempt.play.started = started;
  attempt.play.ended = started;
  attempt.score->score = score;
  return attempt;
}

std::vector<LessonState> states(const mot::CourseProgress& progress) {
  std::vector<LessonState> found;
  for (const mot::LessonProgress& lesson : progress.lessons) found.push_back(lesson.state);
  return found;
}

using enum mot::LessonState;

}  // namespace

TEST_CASE("lessons open one after the other") {
  std::vector<Attempt> attempts;
  CHECK(states(progress_in(course(), attempts)) == std::vector{open, locked, locked});
  attempts.push_back(played("late-room", "2026-01-01T10:00:00Z", 5));
  CHECK(states(progress_in(course(), attempts)) == std::vector{passed, open, locked});
  attempts.push_back(played("lost-case", "2026-01-02T10:00:00Z", 59.9));
  CHECK(states(progress_in(course(), attempts)) == std::vector{passed, open, locked});
  attempts.push_back(played("lost-case", "2026-01-03T10:00:00Z", 60));
  const auto progress = progress_in(course(), attempts);
  CHECK(states(progress) == std::vector{passed, passed, open});
  CHECK(progress.passed == 2);
  CHECK_FALSE(progress.finished());
  CHECK(progress.score() == 60);
  CHECK(progress.lessons[1].attempts == 2);
  CHECK(progress.lessons[1].card);
  CHECK_FALSE(progress.lessons[0].card);
}

TEST_CASE("the attempt that the course counts decides") {
  mot::Course made = course();
  const std::vector<Attempt> attempts{played("late-room", "2026-01-01T10:00:00Z", 0),
                                      played("lost-case", "2026-01-02T10:00:00Z", 80),
                                      played("lost-case", "2026-01-03T10:00:00Z", 40)};
  CHECK(progress_in(made, attempts).lessons[1].score == 80);
  made.counts = mot::CountedAttempt::last;
  CHECK(progress_in(made, attempts).lessons[1].score == 40);
  CHECK(progress_in(made, attempts).lessons[1].state == open);
  made.counts = mot::CountedAttempt::first;
  CHECK(progress_in(made, attempts).lessons[1].score == 80);
}

TEST_CASE("attempts beyond the limit do not count, whatever order they came in") {
  std::vector<Attempt> attempts{played("third-visit", "2026-01-05T10:00:00Z", 100),
                                played("third-visit", "2026-01-03T10:00:00Z", 10),
                                played("third-visit", "2026-01-04T10:00:00Z", 20)};
  const auto progress = progress_in(course(), attempts);
  CHECK(progress.lessons[2].state == used_up);
  CHECK(progress.lessons[2].attempts == 2);
  CHECK(progress.lessons[2].score == 20);
}

TEST_CASE("what was passed out of turn stays passed, what was not finished does not count") {
  std::vector<Attempt> attempts{played("third-visit", "2026-01-03T10:00:00Z", 90),
                                played("late-room", "2026-01-03T10:00:00Z", 90)};
  attempts[1].play.complete = false;
  CHECK(states(progress_in(course(), attempts)) == std::vector{open, locked, passed});
}
