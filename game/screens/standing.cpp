#include "game/screens/standing.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <set>
#include <span>

#include "engine/base/utc.h"
#include "engine/curriculum/courses.h"
#include "engine/curriculum/next.h"
#include "engine/curriculum/why.h"
#include "engine/records/store.h"
#include "engine/scenario/reading.h"
#include "game/stage/game_context.h"

namespace mot {
namespace {

constexpr std::size_t kDay = 10;  // characters of "2026-11-21"
// A store that is busy for longer than this, in milliseconds, is told of as a problem.
constexpr int kReadPatience = 2'000;

const Scenario* find(const std::vector<LibraryScenario>& scenarios, std::string_view id) {
  for (const LibraryScenario& entry : scenarios) {
    if (entry.scenario->id == id) {
      return entry.scenario.get();
    }
  }
  return nullptr;
}

std::shared_ptr<const Scenario> shared(const std::vector<LibraryScenario>& scenarios,
                                       std::string_view id) {
  for (const LibraryScenario& entry : scenarios) {
    if (entry.scenario->id == id) {
      return entry.scenario;
    }
  }
  return nullptr;
}

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

std::optional<Card> card_at(const Standing& standing, std::string_view scenario) {
  std::vector<Attempt> own;
  for (const Attempt& attempt : standing.attempts) {
    if (attempt.play.scenario == scenario) {
      own.push_back(attempt);
    }
  }
  return card_of(own);
}

std::optional<NextUp> next_in_course(const Standing& standing,
                                     const CourseStanding& at,
                                     const std::vector<LibraryScenario>& scenarios,
                                     const UiStrings& words,
                                     std::string_view language) {
  std::vector<Exercise> exercises;
  for (const Lesson& lesson : at.course->lessons) {
    const Scenario* scenario = find(scenarios, lesson.scenario);
    exercises.push_back(scenario == nullptr ? Exercise{} : exercise_of(*scenario));
  }
  const auto next = next_lesson(*at.course, at.progress, exercises, standing.mastery, standing.now);
  if (!next) {
    return std::nullopt;
  }
  const Lesson& lesson = at.course->lessons[next->place];
  auto scenario = shared(scenarios, lesson.scenario);
  if (!scenario) {
    return std::nullopt;
  }
  return NextUp{std::move(scenario),
                why_text(*next, title_of(lesson, scenarios, language),
                         at.progress.lessons[next->place].card, words),
                true};
}

std::optional<NextUp> next_of_all(const Standing& standing,
                                  const std::vector<LibraryScenario>& scenarios,
                                  const UiStrings& words,
                                  std::string_view language) {
  std::vector<Candidate> candidates;
  std::vector<std::shared_ptr<const Scenario>> named;
  for (const LibraryScenario& entry : scenarios) {
    if (!entry.scenario->draft) {
      candidates.push_back(
          {exercise_of(*entry.scenario), false, card_at(standing, entry.scenario->id)});
      named.push_back(entry.scenario);
    }
  }
  const auto next = next_of(candidates, standing.mastery, standing.now);
  if (!next) {
    return std::nullopt;
  }
  const auto& scenario = named[next->place];
  const std::string title(Reading(*scenario, language).trimmed(scenario->title));
  return NextUp{scenario, why_text(*next, title, candidates[next->place].card, words), false};
}

// On another thread.
Standing read_standing(const std::string& store_uri,
                       const std::string& learner,
                       const std::string& language,
                       const LoadOptions& options,
                       std::int64_t now) {
  std::vector<std::shared_ptr<const Course>> courses;
  for (const std::string& path : course_files(options.library)) {
    DiagnosticSink unheard;
    if (auto course = load_course(path, language, options, unheard)) {
      courses.push_back(std::move(course));
    }
  }
  const std::string uri = store_uri.empty() ? default_store() : store_uri;
  std::error_code unknown;
  if (store_uri.empty() && !std::filesystem::exists(uri, unknown)) {
    return standing_of({}, courses, now);  // nobody has played; looking makes no file
  }
  AttemptFilter own;
  own.learner = learner;
  const Result<std::unique_ptr<Store>> store = open_store(uri, kReadPatience);
  Result<std::vector<Attempt>> attempts =
      store ? attempts_in(**store, own)
            : Result<std::vector<Attempt>>(refuse(store.error().message));
  Standing standing =
      standing_of(attempts ? std::move(*attempts) : std::vector<Attempt>(), courses, now);
  if (!attempts) {
    standing.problem = attempts.error().message;
  }
  return standing;
}

}  // namespace

Standing standing_of(std::vector<Attempt> attempts,
                     const std::vector<std::shared_ptr<const Course>>& courses,
                     std::int64_t now) {
  Standing standing;
  std::erase_if(attempts, [](const Attempt& attempt) { return attempt.play.room; });
  std::stable_sort(attempts.begin(), attempts.end(), [](const Attempt& a, const Attempt& b) {
    return a.play.started < b.play.started;
  });
  standing.attempts = std::move(attempts);
  standing.mastery = mastery_of(standing.attempts);
  standing.now = now;
  for (const auto& course : courses) {
    standing.courses.push_back({course, progress_in(*course, standing.attempts)});
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
    if (const auto played = course_played(standing, newest)) {
      return played;
    }
  }
  if (const auto shown = place_of([](const Course& course) {
        return !course.lessons.empty() && course.lessons.front().example;
      })) {
    return shown;
  }
  return courses.empty() ? std::nullopt : std::optional<std::size_t>(0);
}

std::optional<NextUp> next_up(const Standing& standing,
                              std::optional<std::size_t> course,
                              const std::vector<LibraryScenario>& scenarios,
                              const UiStrings& words,
                              std::string_view language) {
  if (course) {
    if (auto next =
            next_in_course(standing, standing.courses[*course], scenarios, words, language)) {
      return next;
    }
  }
  return next_of_all(standing, scenarios, words, language);
}

std::optional<int> best_recommend(const Standing& standing, std::string_view scenario) {
  const AttemptScore* best = nullptr;
  for (const Attempt& attempt : standing.attempts) {
    if (attempt.play.scenario != scenario || !attempt.score || !attempt.score->satisfaction) {
      continue;
    }
    if (best == nullptr || *best->satisfaction < *attempt.score->satisfaction) {
      best = &*attempt.score;
    }
  }
  return best == nullptr ? std::nullopt : best->recommend;
}

std::vector<Mastery> mastery_over_time(const Standing& standing) {
  std::vector<Mastery> over_time;
  Mastery mastery;
  for (const Attempt& attempt : standing.attempts) {
    if (attempt.score) {
      add_attempt(mastery, *attempt.score);
      over_time.push_back(mastery);
    }
  }
  return over_time;
}

std::vector<DueScenario> due_scenarios(const Standing& standing) {
  std::set<std::string> seen;
  std::vector<DueScenario> due;
  for (const Attempt& attempt : standing.attempts) {
    if (!seen.insert(attempt.play.scenario).second) {
      continue;
    }
    if (const auto card = card_at(standing, attempt.play.scenario)) {
      due.push_back({attempt.play.scenario, *card});
    }
  }
  std::stable_sort(due.begin(), due.end(), [](const DueScenario& a, const DueScenario& b) {
    return a.card.due < b.card.due;
  });
  return due;
}

std::string day_finished(const Course& course, const Standing& standing) {
  if (!progress_in(course, standing.attempts).finished()) {
    return {};
  }
  const std::span<const Attempt> all = standing.attempts;
  for (std::size_t count = 1; count <= all.size(); ++count) {
    if (progress_in(course, all.first(count)).finished()) {
      return all[count - 1].play.started.substr(0, kDay);
    }
  }
  return {};
}

std::string title_of(const Lesson& lesson,
                     const std::vector<LibraryScenario>& scenarios,
                     std::string_view language) {
  if (!lesson.title.empty()) {
    return lesson.title;
  }
  const Scenario* scenario = find(scenarios, lesson.scenario);
  return scenario == nullptr ? lesson.scenario
                             : std::string(Reading(*scenario, language).trimmed(scenario->title));
}

StandingReader::StandingReader(GameContext& context) : context_(context) { read(); }

std::string StandingReader::whose() const {
  return context_.settings.learner + '\n' + context_.language();
}

void StandingReader::read() {
  recorded_ = context_.records_version();
  whose_ = whose();
  coming_ = std::async(std::launch::async,
                       [store = context_.store(), learner = context_.settings.learner,
                        language = context_.language(), options = context_.load_options(),
                        now = seconds_of_utc(context_.now()).value_or(0)] {
                         return read_standing(store, learner, language, options, now);
                       });
}

bool StandingReader::step() {
  if (!coming_.valid()) {
    if (recorded_ != context_.records_version() || whose_ != whose()) {
      read();
    }
    return false;
  }
  if (coming_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
    return false;
  }
  standing_ = coming_.get();
  ready_ = true;
  return true;
}

}  // namespace mot
