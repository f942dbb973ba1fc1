// Where a learner stands, from the records: attempts, mastery of skills, courses, what to play next
// and why. Read on another thread, so that no page waits for a disk or a server.
#pragma once

#include <cstdint>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/curriculum/course_progress.h"
#include "engine/curriculum/mastery.h"
#include "engine/curriculum/schedule.h"
#include "engine/records/attempt.h"
#include "engine/scenario/course.h"
#include "engine/scenario/library.h"
#include "engine/text/ui_strings.h"

namespace mot {

class GameContext;

struct CourseStanding {
  std::shared_ptr<const Course> course;
  CourseProgress progress;
};

struct Standing {
  // The learner's own, in the order they were started; what a room played is nobody's.
  std::vector<Attempt> attempts;
  Mastery mastery;
  std::vector<CourseStanding> courses;  // by file name
  std::int64_t now = 0;                 // seconds since 1970
  std::string problem;                  // why the records could not be read; empty: they were
};

Standing standing_of(std::vector<Attempt> attempts,
                     const std::vector<std::shared_ptr<const Course>>& courses,
                     std::int64_t now);

// The place of the course that is followed: the one with the id `chosen`; else the one that the
// newest attempt belongs to, of several the one that is furthest and not finished; else the first
// that begins with a worked example; else the first. Nothing where there is no course.
std::optional<std::size_t> course_followed(const Standing& standing, const std::string& chosen);

// What to play next, and why in one sentence.
struct NextUp {
  std::shared_ptr<const Scenario> scenario;
  std::string why;
  bool in_course = false;
};
// In the course at that place, else among all scenarios; drafts are not proposed. Nothing where
// there is nothing to play.
std::optional<NextUp> next_up(const Standing& standing,
                              std::optional<std::size_t> course,
                              const std::vector<LibraryScenario>& scenarios,
                              const UiStrings& words,
                              std::string_view language);

// The best recorded answer to "would you recommend us?" at a scenario, by satisfaction.
std::optional<int> best_recommend(const Standing& standing, std::string_view scenario);

// The mastery after each attempt that has a score, the oldest first.
std::vector<Mastery> mastery_over_time(const Standing& standing);

// A scenario that was played, and when it comes again.
struct DueScenario {
  std::string scenario;
  Card card;
};
// By date, the one that has waited longest first.
std::vector<DueScenario> due_scenarios(const Standing& standing);

// The day on which a course was passed, "2026-11-21": of the attempt that finished it. Empty where
// it is not finished.
std::string day_finished(const Course& course, const Standing& standing);

// How people call a lesson: its own title, else its scenario's, else the scenario's id.
std::string title_of(const Lesson& lesson,
                     const std::vector<LibraryScenario>& scenarios,
                     std::string_view language);

// Reads a learner's standing in the background.
class StandingReader {
 public:
  // Begins to read for the learner and the language of now.
  explicit StandingReader(GameContext& context);

  // Once a frame: true when there is something new to show. Reads again by itself when a play was
  // recorded meanwhile, the language changed or somebody else plays now.
  bool step();
  bool waiting() const { return coming_.valid(); }
  // Something has been read.
  bool ready() const { return ready_; }
  const Standing& standing() const { return standing_; }

 private:
  void read();
  std::string whose() const;

  GameContext& context_;
  std::future<Standing> coming_;
  Standing standing_;
  bool ready_ = false;
  std::size_t recorded_ = 0;  // GameContext::records_version() when it was read
  std::string whose_;
};

}  // namespace mot
