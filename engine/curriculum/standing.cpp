#include "engine/curriculum/standing.h"

#include <algorithm>
#include <set>
#include <span>
#include <utility>

#include "engine/base/utc.h"
#include "engine/curriculum/why.h"
#include "engine/records/counted.h"
#include "engine/scenario/reading.h"

namespace mot {
namespace {

bool has_lesson_of(const Course& course, std::string_view scenario) {
  return std::any_of(course.lessons.begin(), course.lessons.end(),
                     [&](const Lesson& lesson) { return lesson.scenario == scenario; });
}

// Of the courses with that scenario the one that is not finished yet and furthest; else the first.
std::optional<std::size_t> course_played(const Standing& standing, std::string_view scenario) {
  std::optional<std::size_t> best;
  const auto reached = [&](std::size_t i) {
    const CourseProgress& progress = standing.courses[i].progress;
    return progress.finished() ? 0 : progress.passed + 1;
  };
  for (std::size_t i = 0; i < standing.courses.size(); ++i) {
    if (has_lesson_of(*standing.courses[i].course, scenario) &&
        (!best || reached(i) > reached(*best))) {
      best = i;
    }
  }
  return best;
}

std::string title_of(const Scenario& scenario, std::string_view language) {
  return std::string(Reading(scenario, language).trimmed(scenario.title));
}

std::optional<int> best_recommend(std::span<const Attempt> attempts) {
  const AttemptScore* best = nullptr;
  for (const Attempt& attempt : attempts) {
    if (!attempt.score || !attempt.score->satisfaction) continue;
    if (best == nullptr || *best->satisfaction < *attempt.score->satisfaction) {
      best = &*attempt.score;
    }
  }
  return best == nullptr ? std::nullopt : best->recommend;
}

void add_scenarios(Standing& standing) {
  std::map<std::string, std::vector<Attempt>> own;
  for (const Attempt& attempt : standing.attempts) own[attempt.play.scenario].push_back(attempt);
  for (const auto& [scenario, attempts] : own) {
    standing.scenarios[scenario] = {card_of(attempts), best_recommend(attempts)};
  }
}

// Only an attempt at one of its lessons can finish a course.
std::string day_finished(const Course& course, std::span<const Attempt> attempts) {
  std::vector<Attempt> of_course;
  for (const Attempt& attempt : attempts) {
    if (has_lesson_of(course, attempt.play.scenario)) of_course.push_back(attempt);
  }
  const std::span<const Attempt> all = of_course;
  std::set<std::string, std::less<>> passed;
  for (std::size_t count = 1; count <= all.size(); ++count) {
    const Attempt& latest = all[count - 1];
    // Whoever plays on what is passed finishes nothing by it.
    if (passed.count(latest.play.scenario) > 0) continue;
    const CourseProgress progress = progress_in(course, all.first(count));
    if (progress.finished()) return std::string(day_of(latest.play.started));
    for (std::size_t i = 0; i < course.lessons.size(); ++i) {
      if (progress.lessons[i].state == LessonState::passed)
        passed.insert(course.lessons[i].scenario);
    }
  }
  return {};
}

}  // namespace

const ScenarioStanding& Standing::at(std::string_view scenario) const {
  static const ScenarioStanding kNothing;
  const auto found = scenarios.find(scenario);
  return found == scenarios.end() ? kNothing : found->second;
}

Standing standing_of(std::vector<Attempt> attempts,
                     const std::vector<std::shared_ptr<const Course>>& courses,
                     std::int64_t now) {
  Standing standing;
  std::erase_if(attempts, [](const Attempt& attempt) { return !is_own(attempt.play); });
  std::stable_sort(attempts.begin(), attempts.end(), [](const Attempt& a, const Attempt& b) {
    return a.play.started < b.play.started;
  });
  standing.attempts = std::move(attempts);
  standing.now = now;
  for (const Attempt& attempt : standing.attempts) {
    if (!attempt.score) continue;
    add_attempt(standing.mastery, *attempt.score);
    standing.over_time.push_back(standing.mastery);
  }
  add_scenarios(standing);
  for (const auto& course : courses) {
    CourseStanding at{course, progress_in(*course, standing.attempts), {}};
    if (at.progress.finished()) at.finished_on = day_finished(*course, standing.attempts);
    standing.courses.push_back(std::move(at));
  }
  return standing;
}

std::optional<std::size_t> course_followed(const Standing& standing, const std::string& chosen) {
  const auto& courses = standing.courses;
  const auto place_of = [&](const auto& fits) -> std::optional<std::size_t> {
    const auto found = std::find_if(courses.begin(), courses.end(),
                                    [&](const CourseStanding& at) { return fits(*at.course); });
    return found == courses.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - courses.begin()));
  };
  if (const auto named = place_of([&](const Course& course) { return course.id == chosen; })) {
    return named;
  }
  if (!standing.attempts.empty()) {
    const std::string& newest = standing.attempts.back().play.scenario;
    if (const auto played = course_played(standing, newest)) return played;
  }
  if (const auto shown = place_of([](const Course& course) {
        return !course.lessons.empty() && course.lessons.front().example;
      })) {
    return shown;
  }
  return courses.empty() ? std::nullopt : std::optional<std::size_t>(0);
}

FindScenario among(const std::vector<LibraryScenario>& scenarios) {
  return [&scenarios](std::string_view id) {
    const auto found =
        std::find_if(scenarios.begin(), scenarios.end(),
                     [&](const LibraryScenario& entry) { return entry.scenario->id == id; });
    return found == scenarios.end() ? nullptr : found->scenario;
  };
}

std::optional<NextUp> next_in_course(const Standing& standing,
                                     std::size_t course,
                                     const FindScenario& find,
                                     const UiStrings& words,
                                     std::string_view language) {
  const CourseStanding& at = standing.courses[course];
  std::vector<Exercise> exercises;
  for (const Lesson& lesson : at.course->lessons) {
    const auto scenario = find(lesson.scenario);
    exercises.push_back(scenario ? exercise_of(*scenario) : Exercise{});
  }
  const auto next = next_lesson(*at.course, at.progress, exercises, standing.mastery, standing.now);
  if (!next) return std::nullopt;
  const Lesson& lesson = at.course->lessons[next->place];
  auto scenario = find(lesson.scenario);
  if (!scenario) return std::nullopt;
  std::string title = title_of(lesson, find, language);
  std::string why = why_text(*next, title, at.progress.lessons[next->place].card, words);
  return NextUp{std::move(scenario), std::move(title), *next, std::move(why)};
}

std::optional<NextUp> next_in_library(const Standing& standing,
                                      const std::vector<LibraryScenario>& scenarios,
                                      const UiStrings& words,
                                      std::string_view language) {
  std::vector<Candidate> candidates;
  std::vector<std::shared_ptr<const Scenario>> named;
  for (const LibraryScenario& entry : scenarios) {
    if (entry.scenario->draft) continue;
    candidates.push_back(
        {exercise_of(*entry.scenario), false, standing.at(entry.scenario->id).card});
    named.push_back(entry.scenario);
  }
  const auto next = next_of(candidates, standing.mastery, standing.now);
  if (!next) return std::nullopt;
  std::string title = title_of(*named[next->place], language);
  std::string why = why_text(*next, title, candidates[next->place].card, words);
  return NextUp{named[next->place], std::move(title), *next, std::move(why)};
}

std::vector<DueScenario> due_scenarios(const Standing& standing) {
  std::vector<DueScenario> due;
  for (const auto& [scenario, at] : standing.scenarios) {
    if (at.card) due.push_back({scenario, *at.card});
  }
  std::stable_sort(due.begin(), due.end(), [](const DueScenario& a, const DueScenario& b) {
    return a.card.due < b.card.due;
  });
  return due;
}

std::string scenario_title(const std::string& id,
                           const FindScenario& find,
                           std::string_view language) {
  const auto scenario = find(id);
  return scenario ? title_of(*scenario, language) : id;
}

std::string title_of(const Lesson& lesson, const FindScenario& find, std::string_view language) {
  return lesson.title.empty() ? scenario_title(lesson.scenario, find, language) : lesson.title;
}

}  // namespace mot
