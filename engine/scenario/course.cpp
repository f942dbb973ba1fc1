#include "engine/scenario/course.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <deque>
#include <filesystem>

#include "engine/scenario/library.h"
#include "engine/scenario/node_reader.h"
#include "engine/scenario/read_context.h"

namespace mot {
namespace {

constexpr std::array<std::string_view, 8> kCourseKeys{"mot",   "id",   "title",  "language",
                                                      "about", "pass", "counts", "lessons"};
constexpr std::array<std::string_view, 7> kLessonKeys{"id",    "scenario", "title",  "trains",
                                                      "after", "attempts", "example"};
constexpr std::array<std::string_view, 3> kCountNames{"first", "best", "last"};

class CourseReader {
 public:
  CourseReader(const YamlDocument& document, const LoadOptions& options, DiagnosticSink& sink)
      : reader_(document, sink), options_(options) {
    skills_.insert(skills_.end(), kDimensionNames.begin(), kDimensionNames.end());
    skills_.insert(skills_.end(), kBehaviourNames.begin(), kBehaviourNames.end());
  }

  std::shared_ptr<const Course> read() {
    const std::size_t errors_before = reader_.sink().errors();
    const YamlNode root = reader_.document().root();
    Fields fields;
    if (!reader_.fields(root, "a course", kCourseKeys, fields) ||
        !read_version(reader_, root, "mot", fields))
      return nullptr;
    for (const std::string_view key : {"id", "title", "lessons"}) {
      if (!fields.contains(key)) reader_.missing(root, "a course", key);
    }
    if (const auto id = reader_.id(fields["id"], "the course's id")) course_->id = *id;
    if (const auto title = reader_.text(fields["title"], "'title'")) course_->title = *title;
    if (const auto about = reader_.text(fields["about"], "'about'")) course_->about = *about;
    if (const auto pass = reader_.integer(fields["pass"], "'pass'", 0, 100)) course_->pass = *pass;
    if (const auto counts = reader_.word(fields["counts"], "attempt", kCountNames, "M0057"))
      course_->counts = static_cast<CountedAttempt>(*counts);
    if (const auto language = reader_.text(fields["language"], "'language'")) {
      course_->language = *language;
      if (!is_language_tag(*language))
        reader_.report(fields["language"], "M0114",
                       fmt::format("'{}' is not a language tag", *language),
                       "for example: en, zh-CN");
    }
    if (fields.contains("lessons")) read_lessons(fields["lessons"]);
    return reader_.sink().errors() == errors_before ? course_ : nullptr;
  }

 private:
  void read_lessons(YamlNode node) {
    std::vector<YamlNode> items;
    if (!reader_.items(node, "'lessons'", items)) return;
    if (items.empty())
      reader_.report(node, "M0030", "the course has no lesson",
                     "for example: - { id: first, scenario: leaking-ceiling }");
    for (const YamlNode item : items) collect(item);
    std::size_t lesson = 0;
    for (const YamlNode item : items) read_lesson(item, course_->lessons[lesson++]);
    report_circles(items);
  }

  // Ids first, so that `after` may name later lessons.
  void collect(YamlNode item) {
    Lesson lesson;
    if (reader_.document().kind(item) == YamlKind::map) {
      for (YamlNode key = reader_.document().first(item); key != kNoNode;
           key = reader_.document().next(reader_.document().next(key))) {
        if (reader_.document().text(key) != "id") continue;
        const YamlNode value = reader_.document().next(key);
        if (const auto id = reader_.id(value, "the lesson's id")) {
          if (std::find(ids_.begin(), ids_.end(), *id) != ids_.end())
            reader_.report(value, "M0028", fmt::format("lesson '{}' is there already", *id),
                           "give each lesson an id of its own");
          lesson.id = *id;
        }
        break;
      }
    }
    id_storage_.push_back(lesson.id);
    ids_.push_back(id_storage_.back());
    course_->lessons.push_back(std::move(lesson));
  }

  void read_lesson(YamlNode node, Lesson& lesson) {
    Fields fields;
    if (!reader_.fields(node, "a lesson", kLessonKeys, fields)) return;
    for (const std::string_view key : {"id", "scenario"}) {
      if (!fields.contains(key)) reader_.missing(node, "a lesson", key);
    }
    if (const auto scenario = reader_.id(fields["scenario"], "the scenario")) {
      lesson.scenario = *scenario;
      check_scenario(fields["scenario"], *scenario);
    }
    if (const auto title = reader_.text(fields["title"], "'title'")) lesson.title = *title;
    if (const auto attempts = reader_.integer(fields["attempts"], "'attempts'", 0, 1000))
      lesson.attempts = *attempts;
    if (const auto example = reader_.boolean(fields["example"], "'example'"))
      lesson.example = *example;
    std::vector<YamlNode> items;
    if (fields.contains("trains") && reader_.items(fields["trains"], "'trains'", items)) {
      for (const YamlNode item : items) {
        const auto skill =
            reader_.word(item, "skill", std::span<const std::string_view>(skills_), "M0056");
        if (!skill) continue;
        BitSet8& set = *skill < kDimensions ? lesson.trains_dimensions : lesson.trains_behaviours;
        set = static_cast<BitSet8>(set |
                                   (1U << (*skill < kDimensions ? *skill : *skill - kDimensions)));
      }
    }
    if (fields.contains("after") && reader_.items(fields["after"], "'after'", items)) {
      for (const YamlNode item : items) {
        if (const auto other =
                reader_.word(item, "lesson", std::span<const std::string_view>(ids_), "M0121"))
          lesson.after.push_back(*other);
      }
    }
  }

  void check_scenario(YamlNode node, std::string_view id) {
    if (!libraries_read_) {
      libraries_read_ = true;
      const std::filesystem::path path(reader_.document().source()->path);
      std::vector<std::string> roots;
      if (!options_.library.empty()) roots.push_back(options_.library);
      if (path.parent_path().filename() == "courses")
        roots.push_back((path.parent_path() / "..").lexically_normal().generic_string());
      for (const std::string& root : roots) {
        for (std::string& known : scenario_ids(root)) scenarios_.push_back(std::move(known));
      }
    }
    if (scenarios_.empty() ||
        std::find(scenarios_.begin(), scenarios_.end(), id) != scenarios_.end())
      return;
    const std::vector<std::string_view> names(scenarios_.begin(), scenarios_.end());
    reader_.report(node, "M0120", fmt::format("there is no scenario '{}' in the library", id),
                   reader_.suggest(id, names));
  }

  void report_circles(const std::vector<YamlNode>& items) {
    std::vector<char> state(course_->lessons.size(), 0);
    for (std::size_t i = 0; i < course_->lessons.size(); ++i) {
      if (state[i] == 0 && in_circle(i, state)) {
        reader_.report(
            items[i], "M0122",
            fmt::format("lesson '{}' waits for itself through 'after'", course_->lessons[i].id),
            "remove one of the 'after' entries of the circle");
        return;
      }
    }
  }

  bool in_circle(std::size_t i, std::vector<char>& state) {
    state[i] = 1;
    for (const std::size_t other : course_->lessons[i].after) {
      if (state[other] == 1 || (state[other] == 0 && in_circle(other, state))) return true;
    }
    state[i] = 2;
    return false;
  }

  NodeReader reader_;
  const LoadOptions& options_;
  std::shared_ptr<Course> course_ = std::make_shared<Course>();
  std::vector<std::string_view> skills_;
  std::vector<std::string_view> ids_;
  std::deque<std::string> id_storage_;
  std::vector<std::string> scenarios_;
  bool libraries_read_ = false;
};

}  // namespace

std::shared_ptr<const Course> read_course(const YamlDocument& document,
                                          const LoadOptions& options,
                                          DiagnosticSink& sink) {
  return CourseReader(document, options, sink).read();
}

}  // namespace mot
