// Where a learner stands: mastery, courses, what is due, and what to play next, from all attempts
// at once. The window and the terminal show the same.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/curriculum/course_progress.h"
#include "engine/curriculum/mastery.h"
#include "engine/curriculum/next.h"
#include "engine/curriculum/schedule.h"
#include "engine/records/attempt.h"
#include "engine/scenario/course.h"
#include "engine/scenario/library.h"
#include "engine/text/ui_strings.h"

namespace mot {

struct CourseStanding {
  std::shared_ptr<const Course> course;
  CourseProgress progress;
  /// The day of the attempt that finished the course, "2026-11-21"; empty before.
  std::string finished_on;
};

/// What a learner has done at one scenario.
struct ScenarioStanding {
  /// When it comes again; nothing before the first scored attempt.
  std::optional<Card> card;
  /// The answer to "would you recommend us?" of the attempt with the highest satisfaction.
  std::optional<int> best_recommend;
};

struct Standing {
  /// The learner's own, in the order they were started; what a room played is nobody's, and what
  /// was played on with another response counts for nothing.
  std::vector<Attempt> attempts;
  Mastery mastery;
  /// The mastery after each attempt that has a score, the oldest first.
  std::vector<Mastery> over_time;
  /// In the order they were given.
  std::vector<CourseStanding> courses;
  /// By id; those that were played.
  std::map<std::string, ScenarioStanding, std::less<>> scenarios;
  /// Seconds since 1970.
  std::int64_t now = 0;
  /// Why the records could not be read; empty: they were.
  std::string problem;

  /// Of a scenario that was not played: nothing in it.
  const ScenarioStanding& at(std::string_view scenario) const;
};

/// `attempts` are all of one learner's.
Standing standing_of(std::vector<Attempt> attempts,
                     const std::vector<std::shared_ptr<const Course>>& courses,
                     std::int64_t now);

/// The place of the course that is followed: the one with the id `chosen`; else the one that the
/// newest attempt belongs to, of several the one that is furthest and not finished; else the first
/// that begins with a worked example; else the first. Nothing where there is no course.
std::optional<std::size_t> course_followed(const Standing& standing, const std::string& chosen);

/// Finds a scenario of the library by its id; null: there is none.
using FindScenario = std::function<std::shared_ptr<const Scenario>(std::string_view id)>;
/// Looks among those; they must outlive the result.
FindScenario among(const std::vector<LibraryScenario>& scenarios);

/// What to play next, and why in one sentence.
struct NextUp {
  std::shared_ptr<const Scenario> scenario;
  /// How people call it.
  std::string title;
  NextExercise next;
  std::string why;
};
/// In the course at that place. Nothing where no lesson is open or due, or its scenario is missing.
std::optional<NextUp> next_in_course(const Standing& standing,
                                     std::size_t course,
                                     const FindScenario& find,
                                     const UiStrings& words,
                                     std::string_view language);
/// Among those scenarios, without drafts. Nothing where there is nothing to play.
std::optional<NextUp> next_in_library(const Standing& standing,
                                      const std::vector<LibraryScenario>& scenarios,
                                      const UiStrings& words,
                                      std::string_view language);

/// A scenario that was played, and when it comes again.
struct DueScenario {
  std::string scenario;
  Card card;
};
/// By date, the one that has waited longest first.
std::vector<DueScenario> due_scenarios(const Standing& standing);

/// How people call a scenario; its id where it is not found.
std::string scenario_title(const std::string& id,
                           const FindScenario& find,
                           std::string_view language);
/// How people call a lesson: its own title, else its scenario's, else the scenario's id.
std::string title_of(const Lesson& lesson, const FindScenario& find, std::string_view language);

}  // namespace mot
