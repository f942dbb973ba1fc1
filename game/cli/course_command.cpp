#include "game/cli/course_command.h"

#include <fmt/format.h>

#include <filesystem>
#include <map>

#include "engine/base/edit_distance.h"
#include "engine/base/utc.h"
#include "engine/curriculum/courses.h"
#include "engine/curriculum/standing.h"
#include "engine/curriculum/why.h"
#include "engine/scenario/course_files.h"
#include "engine/scenario/library.h"
#include "engine/scenario/reading.h"
#include "game/cli/clock.h"
#include "game/cli/console.h"
#include "game/cli/finding_output.h"
#include "game/cli/interface_language.h"
#include "game/cli/records_access.h"
#include "game/cli/scenario_argument.h"
#include "game/cli/text_table.h"

namespace mot {
namespace {

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

/// Whether what is found is shown: of somebody who is named only to those who know the PIN.
enum class Shown : bool { no, yes };

/// Where the learner stands in those courses.
tl::expected<Standing, int> standing_in(const std::vector<std::shared_ptr<const Course>>& courses,
                                        const CourseOptions& options,
                                        Shown shown) {
  RecordsOptions records;
  records.store = options.store;
  records.library = options.library;
  records.filter.learner = options.learner;
  const bool guarded = shown == Shown::yes && options.learner && !options.learner->empty();
  const auto store = guarded ? open_records(records) : open_own_records(records);
  if (!store) return tl::unexpected(store.error());
  Result<std::vector<Attempt>> attempts = chosen_attempts(**store, records);
  if (!attempts) return tl::unexpected(complain(attempts.error().message, kMachineRefused));
  return standing_of(std::move(*attempts), courses, seconds_of_utc(utc_now()).value_or(0));
}

tl::expected<std::shared_ptr<const Course>, int> open_course_file(const std::string& path,
                                                                  const Desk& desk) {
  DiagnosticSink sink;
  auto course = load_course(path, desk.language, desk.load, sink);
  if (course) return course;
  write_findings(sink, desk.language);
  return tl::unexpected<int>(kNotGood);
}

/// A course by file or by id.
tl::expected<std::shared_ptr<const Course>, int> open_course(const std::string& named,
                                                             const Desk& desk) {
  std::error_code error;
  if (std::filesystem::is_regular_file(named, error)) return open_course_file(named, desk);
  if (const std::string path = find_course(desk.library, named); !path.empty()) {
    return open_course_file(path, desk);
  }
  const std::vector<std::string> ids = course_ids(desk.library);
  const std::vector<std::string_view> names(ids.begin(), ids.end());
  const std::string_view near = nearest_name(named, names);
  return tl::unexpected(complain(
      near.empty() ? fmt::format("unknown course '{}'; see them with: mot course list", named)
                   : fmt::format("unknown course '{}'; did you mean '{}'?", named, near),
      kWrongUsage));
}

/// The library's scenarios by id, each read when first asked for.
FindScenario scenarios_of(const Desk& desk) {
  using Known = std::map<std::string, std::shared_ptr<const Scenario>, std::less<>>;
  return [&desk, known = std::make_shared<Known>()](std::string_view id) {
    const auto [entry, fresh] = known->try_emplace(std::string(id), nullptr);
    if (fresh) {
      const std::string path = find_scenario(desk.library, entry->first);
      DiagnosticSink unheard;
      if (!path.empty()) entry->second = load_scenario(path, desk.load, unheard).scenario;
    }
    return entry->second;
  };
}

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
                 const std::string& title,
                 std::int64_t now) {
  return Json()
      .set("id", lesson.id)
      .set("scenario", lesson.scenario)
      .set("title", title)
      .set("state", name_of(progress.state))
      .set("attempts", progress.attempts)
      .set("score", progress.score ? Json(rounded(*progress.score, 1)) : Json())
      .set("due", progress.card ? Json(utc_of_seconds(progress.card->due)) : Json())
      .set("due_now", progress.due(now));
}

Json course_json(const Standing& standing, const Desk& desk) {
  const CourseStanding& at = standing.courses.front();
  const FindScenario find = scenarios_of(desk);
  Json lessons(Json::Array{});
  for (std::size_t i = 0; i < at.course->lessons.size(); ++i) {
    const Lesson& lesson = at.course->lessons[i];
    lessons.push(lesson_json(lesson, at.progress.lessons[i], title_of(lesson, find, desk.language),
                             standing.now));
  }
  const std::optional<double> score = at.progress.score();
  return Json()
      .set("course", at.course->id)
      .set("title", at.course->title)
      .set("pass", at.course->pass)
      .set("passed", at.progress.passed)
      .set("finished", at.progress.finished())
      .set("score", score ? Json(rounded(*score, 1)) : Json())
      .set("lessons", std::move(lessons))
      .set("skills", mastery_json(standing.mastery));
}

std::string course_text(const Standing& standing, const Desk& desk) {
  const CourseStanding& at = standing.courses.front();
  const FindScenario find = scenarios_of(desk);
  TextTable table;
  for (const char* key : {"lesson", "state", "attempts", "score", "due"}) {
    table.add_column(desk.words.text(fmt::format("course.{}", key)));
  }
  for (std::size_t i = 0; i < at.course->lessons.size(); ++i) {
    const LessonProgress& lesson = at.progress.lessons[i];
    const std::string due = due_text(lesson.card, standing.now, desk.words);
    table.add_row(
        {title_of(at.course->lessons[i], find, desk.language),
         desk.words.text(fmt::format("course.{}", name_of(lesson.state))),
         fmt::format("{}", lesson.attempts),
         lesson.score ? fmt::format("{:.1f}", rounded(*lesson.score, 1)) : std::string(kUnknown),
         due.empty() ? std::string(kUnknown) : due});
  }
  const std::string about = at.course->about.empty() ? "" : at.course->about + '\n';
  return fmt::format(
      "{}\n{}\n{}{}\n", at.course->title, about, table.text(),
      desk.words.text("course.passed-of", {{"passed", fmt::format("{}", at.progress.passed)},
                                           {"count", fmt::format("{}", at.progress.lessons.size())},
                                           {"mark", fmt::format("{}", at.course->pass)}}));
}

int say_next(const std::optional<NextUp>& next, const Desk& desk, bool json) {
  if (!next) {
    const std::string& nothing = desk.words.text("course.nothing-next");
    return finish(json ? Json().set("next", Json()).set("why", nothing).dump() + '\n'
                       : nothing + '\n');
  }
  const std::string_view id = next->scenario->id;
  if (!json) return finish(fmt::format("{}\n  mot play {}\n", next->why, id));
  const std::optional<Skill>& weakest = next->next.weakest;
  Json chosen = Json()
                    .set("scenario", id)
                    .set("title", next->title)
                    .set("reason", name_of(next->next.reason))
                    .set("skill", weakest ? Json(name_of(*weakest)) : Json())
                    .set("chance", rounded(next->next.chance, 3));
  return finish(Json().set("next", std::move(chosen)).set("why", next->why).dump() + '\n');
}

tl::expected<std::optional<NextUp>, int> next_for(const CourseOptions& options, const Desk& desk) {
  std::vector<std::shared_ptr<const Course>> courses;
  if (!options.course.empty()) {
    const auto course = open_course(options.course, desk);
    if (!course) return tl::unexpected(course.error());
    courses.push_back(*course);
  }
  const auto standing = standing_in(courses, options, Shown::yes);
  if (!standing) return tl::unexpected(standing.error());
  return courses.empty()
             ? next_in_library(*standing, list_library(desk.load), desk.words, desk.language)
             : next_in_course(*standing, 0, scenarios_of(desk), desk.words, desk.language);
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
  const auto standing = standing_in({*course}, options, Shown::yes);
  if (!standing) return standing.error();
  return finish(options.json ? course_json(*standing, desk).dump() + '\n'
                             : course_text(*standing, desk));
}

tl::expected<std::string, int> next_scenario_in_course(const CourseOptions& options) {
  const Desk desk(options);
  const auto course = open_course(options.course, desk);
  if (!course) return tl::unexpected(course.error());
  // Whoever plays under a name needs no trainer for it: which lesson is theirs is no secret.
  auto standing = standing_in({*course}, options, Shown::no);
  if (!standing) {
    // Whoever wants to play plays, from the first lesson; why was said already.
    write_error(desk.words.text("cli.session.no-records") + '\n');
    standing = standing_of({}, {*course}, seconds_of_utc(utc_now()).value_or(0));
  }
  const auto next = next_in_course(*standing, 0, scenarios_of(desk), desk.words, desk.language);
  return next ? std::string(next->scenario->id) : std::string();
}

int course_next_command(const CourseOptions& options) {
  const Desk desk(options);
  const auto next = next_for(options, desk);
  return next ? say_next(*next, desk, options.json) : next.error();
}

}  // namespace mot
