// Where a learner stands in a course: which lessons are open, which are passed. Implements
// docs/scenario_format.md, "A course", and docs/records.md, "Courses".
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/curriculum/schedule.h"
#include "engine/records/attempt.h"
#include "engine/scenario/course.h"

namespace mot {

enum class LessonState : std::uint8_t {
  /// A lesson before it is not passed yet.
  locked,
  open,
  /// The score that counts is at least the course's; of a worked example: it was played.
  passed,
  /// Not passed, and no attempt is left.
  used_up,
};
/// The word of JSON output: "locked", "open", "passed", "used-up".
std::string_view name_of(LessonState state);

struct LessonProgress {
  LessonState state = LessonState::locked;
  /// Attempts that reached an ending and are allowed: those beyond the limit do not count.
  int attempts = 0;
  /// The score that counts, 0 … 100.
  std::optional<double> score;
  /// When to play it again; nothing before the first scored attempt.
  std::optional<Card> card;

  bool due(std::int64_t now) const { return card && card->due <= now; }
};

struct CourseProgress {
  /// One a lesson.
  std::vector<LessonProgress> lessons;
  std::size_t passed = 0;

  bool finished() const { return passed == lessons.size(); }
  /// Mean of the scores that count, over the lessons that have one.
  std::optional<double> score() const;
};

/// The progress of one learner; `attempts` are all of that learner's.
CourseProgress progress_in(const Course& course, std::span<const Attempt> attempts);

}  // namespace mot
