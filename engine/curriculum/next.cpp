#include "engine/curriculum/next.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace mot {
namespace {

constexpr int kMiddle = 3;
constexpr double kLogOddsAStep = 0.5;

/// Calls `look` with each skill of an exercise and what is known of it.
template <class Look>
void each_skill(const Exercise& exercise, const Mastery& mastery, const Look& look) {
  for (std::size_t i = 0; i < kDimensions; ++i) {
    if (((exercise.dimensions >> i) & 1U) != 0) look(Skill{false, i}, mastery.dimensions[i].known);
  }
  for (std::size_t i = 0; i < kBehaviours; ++i) {
    if (((exercise.behaviours >> i) & 1U) != 0) look(Skill{true, i}, mastery.behaviours[i].known);
  }
}

/// The mean over an exercise's skills; that of a skill nobody has seen where it has none.
template <class Value>
double mean_over_skills(const Exercise& exercise, const Mastery& mastery, const Value& value) {
  double sum = 0;
  int count = 0;
  each_skill(exercise, mastery, [&](Skill, double known) {
    sum += value(known);
    ++count;
  });
  return count == 0 ? value(kKnownAtStart) : sum / count;
}

std::optional<Skill> weakest_in(const Exercise& exercise, const Mastery& mastery) {
  std::optional<Skill> weakest;
  double least = 2;
  each_skill(exercise, mastery, [&](Skill skill, double known) {
    if (known >= least) return;
    least = known;
    weakest = skill;
  });
  return weakest;
}

double worth(const Exercise& exercise, const Mastery& mastery) {
  return need_of(exercise, mastery) * (1 - std::abs(chance_in(exercise, mastery) - kFittingChance));
}

/// Of those due the one least remembered.
std::optional<std::size_t> due_first(std::span<const Candidate> candidates, std::int64_t now) {
  std::optional<std::size_t> first;
  double least = 2;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const std::optional<Card>& card = candidates[i].card;
    if (!card || card->due > now || retrievability(*card, now) >= least) continue;
    least = retrievability(*card, now);
    first = i;
  }
  return first;
}

std::size_t most_worth(std::span<const Candidate> candidates, const Mastery& mastery) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < candidates.size(); ++i) {
    if (worth(candidates[i].exercise, mastery) > worth(candidates[best].exercise, mastery))
      best = i;
  }
  return best;
}

}  // namespace

std::string_view name_of(NextReason reason) {
  constexpr std::array<std::string_view, 3> kNames{"example", "review", "need"};
  return kNames[static_cast<std::size_t>(reason)];
}

std::string_view name_of(Skill skill) {
  return skill.behaviour ? kBehaviourNames[skill.index] : kDimensionNames[skill.index];
}

Exercise exercise_of(const Scenario& scenario) {
  Exercise exercise;
  exercise.difficulty = scenario.difficulty;
  std::size_t decisions = 0;
  std::size_t responses = 0;
  for (const Moment& moment : scenario.moments) {
    if (!moment.scored) continue;
    ++decisions;
    exercise.dimensions = static_cast<BitSet8>(exercise.dimensions | moment.stake.at_stake);
    for (const Response& response : scenario.responses_of(moment)) {
      ++responses;
      exercise.behaviours = static_cast<BitSet8>(exercise.behaviours | response.behaviours);
    }
  }
  if (decisions > 0) {
    exercise.options = std::max(1, static_cast<int>((responses + decisions / 2) / decisions));
  }
  return exercise;
}

double chance_in(const Exercise& exercise, const Mastery& mastery) {
  const double mean = mean_over_skills(
      exercise, mastery, [&](double known) { return chance_of_right(known, exercise.options); });
  const int difficulty = exercise.difficulty == 0 ? kMiddle : exercise.difficulty;
  const double odds = std::log(mean / (1 - mean)) - kLogOddsAStep * (difficulty - kMiddle);
  return 1 / (1 + std::exp(-odds));
}

double need_of(const Exercise& exercise, const Mastery& mastery) {
  return mean_over_skills(exercise, mastery, [](double known) { return 1 - known; });
}

std::optional<NextExercise> next_of(std::span<const Candidate> candidates,
                                    const Mastery& mastery,
                                    std::int64_t now) {
  if (candidates.empty()) return std::nullopt;
  NextExercise next;
  const auto example = std::find_if(candidates.begin(), candidates.end(),
                                    [](const Candidate& candidate) { return candidate.example; });
  if (example != candidates.end()) {
    next.place = static_cast<std::size_t>(example - candidates.begin());
    next.reason = NextReason::example;
  } else if (const auto due = due_first(candidates, now)) {
    next.place = *due;
    next.reason = NextReason::review;
  } else {
    next.place = most_worth(candidates, mastery);
  }
  const Exercise& exercise = candidates[next.place].exercise;
  next.weakest = weakest_in(exercise, mastery);
  next.chance = chance_in(exercise, mastery);
  return next;
}

std::optional<NextExercise> next_lesson(const Course& course,
                                        const CourseProgress& progress,
                                        std::span<const Exercise> exercises,
                                        const Mastery& mastery,
                                        std::int64_t now) {
  std::vector<Candidate> candidates;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < course.lessons.size(); ++i) {
    const LessonProgress& lesson = progress.lessons[i];
    const bool again = lesson.state == LessonState::passed && lesson.due(now);
    if (lesson.state != LessonState::open && !again) continue;
    const Lesson& written = course.lessons[i];
    Candidate candidate{exercises[i], written.example, lesson.card};
    if ((written.trains_dimensions | written.trains_behaviours) != 0) {
      candidate.exercise.dimensions = written.trains_dimensions;
      candidate.exercise.behaviours = written.trains_behaviours;
    }
    candidates.push_back(candidate);
    places.push_back(i);
  }
  std::optional<NextExercise> next = next_of(candidates, mastery, now);
  if (next) next->place = places[next->place];
  return next;
}

}  // namespace mot
