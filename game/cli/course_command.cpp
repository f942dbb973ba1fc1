#include "game/cli/course_command.h"

#include <fmt/format.h>

#include <filesystem>
#include <map>

#include "engine/base/edit_distance.h"
#include "engine/base/report.h"
#include "engine/base/utc.h"
#include "engine/curriculum/courses.h"
#include "engine/curriculum/next.h"
#include "engine/curriculum/why.h"
#include "engine/scenario/library.h"
#include "engine/scenario/reading.h"
#include "game/cli/clock.h"
#include "game/cli/console.h"
#include "game/cli/interface_language.h"
#include "game/cli/records_access.h"
#include "game/cli/scenario_argument.h"
#include "game/cli/text_table.h"

namespace mot {
namespace {

constexpr std::size_t kDay = 10;
constexpr std::string_view kUnknown = "–";

/// What all these commands work with.
struct Desk {
  explicit Desk(const CourseOptions& options)
      : library(library_folder(options.library)),
        language(interface_language(options.language)),
        words(load_ui_strings(language)) {
    load.library = library;
  }

  std::string library;
  std::string language;
  UiStrings words;
  LoadOptions load;
};

/// A learner, as far as courses are concerned.
struct Learning {
  std::vector<Attempt> attempts;
  Mastery mastery;
  std::int64_t now = 0;
};

tl::expected<Learning, int> learning_of(const CourseOptions& options) {
  RecordsOptions records;
  records.store = options.store;
  records.library = options.library;
  records.filter.learner = options.learner;
  const auto store = open_own_records(records);
  if (!store) return tl::unexpected(store.error());
  Result<std::vector<Attempt>> attempts = attempts_in(**store, records.filter);
  if (!attempts) return tl::unexpected(complain(attempts.error().message, kMachineRefused));
  Learning learning;
  learning.attempts = std::move(*attempts);
  learning.mastery = mastery_of(learning.attempts);
  learning.now = seconds_of_utc(utc_now()).value_or(0);
  return learning;
}

tl::expected<std::shared_ptr<const Course>, int> open_course_file(const std::string& path,
                                                                  const Desk& desk) {
  DiagnosticSink sink;
  auto course = load_course(path, desk.language, desk.load, sink);
  if (course) return course;
  write_error(render_text(sink, {shows_colours(kStandardError), ReportStyle{}.per_file}));
  return tl::unexpected<int>(kNotGood);
}

/// A course by file or by id.
tl::expected<std::shared_ptr<const Course>, int> open_course(const std::string& named,
                                                             const Desk& desk) {
  std::error_code error;
  if (std::filesystem::is_regular_file(named, error)) return open_course_file(named, desk);
  std::vector<std::string> ids;
  for (const std::string& path : course_files(desk.library)) {
    ids.push_back(std::filesystem::path(path).stem().string());
    if (ids.back() == named) return open_course_file(path, desk);
  }
  const std::vector<std::string_view> names(ids.begin(), ids.end());
  const std::string_view near = nearest_name(named, names);
  return tl::unexpected(complain(
      near.empty() ? fmt::format("unknown course '{}'; see them with: mot course list", named)
                   : fmt::format("unknown course '{}'; did you mean '{}'?", named, near),
      kWrongUsage));
}

/// The library's scenarios by id, read when first asked for.
class Scenarios {
 public:
  explicit Scenarios(const Desk& desk) : desk_(desk) {}

  const Scenario* find(const std::string& id) {
    const auto [entry, fresh] = known_.try_emplace(id, nullptr);
    if (fresh) {
      const std::string path = find_scenario(desk_.library, id);
      DiagnosticSink unheard;
      if (!path.empty()) entry->second = load_scenario(path, desk_.load, unheard).scenario;
    }
    return entry->second.get();
  }

  std::string title_of(const std::string& id) {
    const Scenario* scenario = find(id);
    if (scenario == nullptr) return id;
    return std::string(Reading(*scenario, desk_.language).trimmed(scenario->title));
  }

 private:
  const Desk& desk_;
  std::map<std::string, std::shared_ptr<const Scenario>> known_;
};

std::string title_of(const Lesson& lesson, Scenarios& scenarios) {
  return lesson.title.empty() ? scenarios.title_of(lesson.scenario) : lesson.title;
}

/// "2026-11-21", of seconds since 1970.
std::string day_of(std::int64_t seconds) { return utc_of_seconds(seconds).substr(0, kDay); }

Json mastery_json(const Mastery& mastery) {
  Json json(Json::Object{});
  const auto add = [&](std::string_view name, const SkillMastery& skill) {
    if (skill.seen == 0) return;
    json.set(std::string(name), Json()
                                    .set("known", rounded(skill.known, 4))
                                    .set("seen", skill.seen)
                                    .set("mastered", skill.mastered()));
  };
  for (std::size_t i = 0; i < kDimensions; ++i) add(kDimensionNames[i], mastery.dimensions[i]);
  for (std::size_t i = 0; i < kBehaviours; ++i) add(kBehaviourNames[i], mastery.behaviours[i]);
  return json;
}

Json lesson_json(const Lesson& lesson,
                 const LessonProgress& progress,
                 Scenarios& scenarios,
                 std::int64_t now) {
  return Json()
      .set("id", lesson.id)
      .set("scenario", lesson.scenario)
      .set("title", title_of(lesson, scenarios))
      .set("state", name_of(progress.state))
      .set("attempts", progress.attempts)
      .set("score", progress.score ? Json(rounded(*progress.score, 1)) : Json())
      .set("due", progress.card ? Json(utc_of_seconds(progress.card->due)) : Json())
      .set("due_now", progress.due(now));
}

Json course_json(const Course& course,
                 const CourseProgress& progress,
                 const Learning& learning,
                 Scenarios& scenarios) {
  Json lessons(Json::Array{});
  for (std::size_t i = 0; i < course.lessons.size(); ++i) {
    lessons.push(lesson_json(course.lessons[i], progress.lessons[i], scenarios, learning.now));
  }
  const std::optional<double> score = progress.score();
  return Json()
      .set("course", course.id)
      .set("title", course.title)
      .set("pass", course.pass)
      .set("passed", progress.passed)
      .set("finished", progress.finished())
      .set("score", score ? Json(rounded(*score, 1)) : Json())
      .set("lessons", std::move(lessons))
      .set("skills", mastery_json(learning.mastery));
}

std::string due_text(const LessonProgress& lesson, const Desk& desk, std::int64_t now) {
  if (!lesson.card) return std::string(kUnknown);
  return lesson.due(now) || interval_days(*lesson.card) == 0 ? desk.words.text("course.today")
                                                             : day_of(lesson.card->due);
}

std::string course_text(const Course& course,
                        const CourseProgress& progress,
                        const Learning& learning,
                        Scenarios& scenarios,
                        const Desk& desk) {
  TextTable table;
  for (const char* key : {"lesson", "state", "attempts", "score", "due"}) {
    table.add_column(desk.words.text(fmt::format("course.{}", key)));
  }
  for (std::size_t i = 0; i < course.lessons.size(); ++i) {
    const LessonProgress& lesson = progress.lessons[i];
    table.add_row(
        {title_of(course.lessons[i], scenarios),
         desk.words.text(fmt::format("course.{}", name_of(lesson.state))),
         fmt::format("{}", lesson.attempts),
         lesson.score ? fmt::format("{:.1f}", rounded(*lesson.score, 1)) : std::string(kUnknown),
         due_text(lesson, desk, learning.now)});
  }
  const std::string about = course.about.empty() ? "" : course.about + '\n';
  return fmt::format(
      "{}\n{}\n{}{}\n", course.title, about, table.text(),
      desk.words.text("course.passed-of", {{"passed", fmt::format("{}", progress.passed)},
                                           {"count", fmt::format("{}", progress.lessons.size())},
                                           {"mark", fmt::format("{}", course.pass)}}));
}

/// One that may be played next: its id and how people call it.
struct Named {
  std::string scenario;
  std::string title;
};

int say_next(const std::optional<NextExercise>& next,
             const Named& named,
             const std::optional<Card>& card,
             const Desk& desk,
             bool json) {
  if (!next) {
    const std::string& nothing = desk.words.text("course.nothing-next");
    return finish(json ? Json().set("next", Json()).set("why", nothing).dump() + '\n'
                       : nothing + '\n');
  }
  const std::string why = why_text(*next, named.title, card, desk.words);
  if (!json) return finish(fmt::format("{}\n  mot play {}\n", why, named.scenario));
  Json chosen = Json()
                    .set("scenario", named.scenario)
                    .set("title", named.title)
                    .set("reason", name_of(next->reason))
                    .set("skill", next->weakest ? Json(name_of(*next->weakest)) : Json())
                    .set("chance", rounded(next->chance, 3));
  return finish(Json().set("next", std::move(chosen)).set("why", why).dump() + '\n');
}

std::optional<NextExercise> next_of_course(const Course& course,
                                           const CourseProgress& progress,
                                           const Learning& learning,
                                           Scenarios& scenarios) {
  std::vector<Exercise> exercises;
  for (const Lesson& lesson : course.lessons) {
    const Scenario* scenario = scenarios.find(lesson.scenario);
    exercises.push_back(scenario == nullptr ? Exercise{} : exercise_of(*scenario));
  }
  return next_lesson(course, progress, exercises, learning.mastery, learning.now);
}

int next_in_course(const CourseOptions& options, const Learning& learning, const Desk& desk) {
  const auto course = open_course(options.course, desk);
  if (!course) return course.error();
  Scenarios scenarios(desk);
  const CourseProgress progress = progress_in(**course, learning.attempts);
  const auto next = next_of_course(**course, progress, learning, scenarios);
  if (!next) return say_next(next, {}, {}, desk, options.json);
  const Lesson& lesson = (*course)->lessons[next->place];
  return say_next(next, {lesson.scenario, title_of(lesson, scenarios)},
                  progress.lessons[next->place].card, desk, options.json);
}

std::vector<Attempt> attempts_at(const std::string& scenario, const Learning& learning) {
  std::vector<Attempt> own;
  for (const Attempt& attempt : learning.attempts) {
    if (attempt.play.scenario == scenario) own.push_back(attempt);
  }
  return own;
}

int next_in_library(const CourseOptions& options, const Learning& learning, const Desk& desk) {
  std::vector<Candidate> candidates;
  std::vector<Named> named;
  for (const LibraryScenario& entry : list_library(desk.load)) {
    const Scenario& scenario = *entry.scenario;
    if (scenario.draft) continue;
    const std::string id(scenario.id);
    candidates.push_back({exercise_of(scenario), false, card_of(attempts_at(id, learning))});
    named.push_back({id, std::string(Reading(scenario, desk.language).trimmed(scenario.title))});
  }
  const auto next = next_of(candidates, learning.mastery, learning.now);
  if (!next) return say_next(next, {}, {}, desk, options.json);
  return say_next(next, named[next->place], candidates[next->place].card, desk, options.json);
}

}  // namespace

int course_list_command(const CourseOptions& options) {
  const Desk desk(options);
  TextTable table;
  table.add_column(desk.words.text("course.id"));
  table.add_column(desk.words.text("course.title"));
  table.add_column(desk.words.text("course.lessons"), Align::right);
  Json list(Json::Array{});
  int code = kDone;
  for (const std::string& path : course_files(desk.library)) {
    const auto course = open_course_file(path, desk);
    if (!course) {
      code = course.error();
      continue;
    }
    const std::size_t lessons = (*course)->lessons.size();
    table.add_row({(*course)->id, (*course)->title, fmt::format("{}", lessons)});
    list.push(Json()
                  .set("course", (*course)->id)
                  .set("title", (*course)->title)
                  .set("lessons", lessons)
                  .set("path", path));
  }
  return finish(options.json ? Json().set("courses", std::move(list)).dump() + '\n' : table.text(),
                code);
}

int course_show_command(const CourseOptions& options) {
  const Desk desk(options);
  const auto course = open_course(options.course, desk);
  if (!course) return course.error();
  const auto learning = learning_of(options);
  if (!learning) return learning.error();
  Scenarios scenarios(desk);
  const CourseProgress progress = progress_in(**course, learning->attempts);
  return finish(options.json ? course_json(**course, progress, *learning, scenarios).dump() + '\n'
                             : course_text(**course, progress, *learning, scenarios, desk));
}

tl::expected<std::string, int> next_scenario_in_course(const CourseOptions& options) {
  const Desk desk(options);
  const auto learning = learning_of(options);
  if (!learning) return tl::unexpected(learning.error());
  const auto course = open_course(options.course, desk);
  if (!course) return tl::unexpected(course.error());
  Scenarios scenarios(desk);
  const CourseProgress progress = progress_in(**course, learning->attempts);
  const auto next = next_of_course(**course, progress, *learning, scenarios);
  return next ? (*course)->lessons[next->place].scenario : std::string();
}

int course_next_command(const CourseOptions& options) {
  const Desk desk(options);
  const auto learning = learning_of(options);
  if (!learning) return learning.error();
  return options.course.empty() ? next_in_library(options, *learning, desk)
                                : next_in_course(options, *learning, desk);
}

}  // namespace mot
