// What to play next, and why: what is due for review, else what trains weak skills at a fitting
// difficulty. Implements docs/records.md, "What to play next".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/curriculum/course_progress.h"
#include "engine/curriculum/mastery.h"
#include "engine/scenario/model.h"

namespace mot {

/// The chance of a right answer to aim for: hard enough to learn from, easy enough to go on (ours).
inline constexpr double kFittingChance = 0.75;

/// What is to be known of a scenario to choose it.
struct Exercise {
  BitSet8 dimensions = 0;
  BitSet8 behaviours = 0;
  /// 1 … 5; 0: not given, taken as 3.
  int difficulty = 0;
  /// Responses of a scored decision, on average, rounded; at least 1.
  int options = 4;
};

/// The dimensions at stake and the behaviours shown in a scenario's scored decisions.
Exercise exercise_of(const Scenario& scenario);

/// The chance that a choice in it is right: the mean over its skills, shifted by difficulty: one
/// step is half a unit of log-odds, 3 shifts nothing (ours).
double chance_in(const Exercise& exercise, const Mastery& mastery);

/// How much there is to learn in it: the mean of what is not known over its skills, 0 … 1.
double need_of(const Exercise& exercise, const Mastery& mastery);

/// Why this one.
enum class NextReason : std::uint8_t {
  /// A worked example, before anything else that is open.
  example,
  /// Its review date has come.
  review,
  /// It trains what is known least, at a fitting difficulty.
  need,
};
std::string_view name_of(NextReason reason);

/// A skill: a dimension or a behaviour.
struct Skill {
  bool behaviour = false;
  std::size_t index = 0;

  friend bool operator==(const Skill&, const Skill&) = default;
};
/// Its word in the format.
std::string_view name_of(Skill skill);

/// A choice among candidates.
struct NextExercise {
  /// Place among the candidates.
  std::size_t place = 0;
  NextReason reason = NextReason::need;
  /// The skill of it that is known least; nothing where it trains none.
  std::optional<Skill> weakest;
  double chance = 0;
};

/// One that may be played.
struct Candidate {
  Exercise exercise;
  /// A worked example that was not played.
  bool example = false;
  std::optional<Card> card;
};

/// The one to play: the first example; else, of those due, the one least remembered; else the one
/// with the highest need · (1 − |chance − .75|), the first among equals. Nothing where there is no
/// candidate.
std::optional<NextExercise> next_of(std::span<const Candidate> candidates,
                                    const Mastery& mastery,
                                    std::int64_t now);

/// The lesson of a course to play, as a place among its lessons: of those open, and of those passed
/// that are due. `exercises`: one a lesson; what a lesson `trains` goes before what its scenario
/// does.
std::optional<NextExercise> next_lesson(const Course& course,
                                        const CourseProgress& progress,
                                        std::span<const Exercise> exercises,
                                        const Mastery& mastery,
                                        std::int64_t now);

}  // namespace mot
