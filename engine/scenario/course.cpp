#include "engine/scenario/course.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>

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
    const std::size_t errors_before = reader_.sink().errors_added();
    const YamlNode root = reader_.document().root();
    Fields fields;
    if (!reader_.version_is_known("mot") || !reader_.fields(root, "a course", kCourseKeys, fields))
      return nullptr;
    reader_.require(fields, root, "the file", "mot", "start the file with 'mot: 1'");
    for (const std::string_view key : {"id", "title", "lessons"})
      reader_.require(fields, root, "a course", key);
    if (const auto id = reader_.id(fields["id"], "the course's id")) course_->id = *id;
    if (const auto title = reader_.text(fields["title"], "'title'")) course_->title = *title;
    if (const auto about = reader_.text(fields["about"], "'about'")) course_->about = *about;
    if (const auto pass = reader_.integer(fields["pass"], "'pass'", 0, 100)) course_->pass = *pass;
    if (const auto counts =
            reader_.word(fields["counts"], "attempt that counts", kCountNames, "M0057"))
      course_->counts = static_cast<CountedAttempt>(*counts);
    if (const auto language = reader_.language(fields["language"])) course_->language = *language;
    if (fields.contains("lessons")) read_lessons(fields["lessons"]);
    return reader_.sink().errors_added() == errors_before ? course_ : nullptr;
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
    const YamlNode node = reader_.value_of(item, "id", kLessonKeys);
    if (const auto id = reader_.declared_id(node, "the lesson's id")) {
      lesson.id = *id;
      if (!ids_.add(*id)) {
        reader_.report(node, "M0028", fmt::format("lesson {} is there already", in_quotes(*id)),
                       "give each lesson an id of its own");
      }
    } else {
      ids_.mark_incomplete();
    }
    numbers_.emplace(lesson.id, course_->lessons.size());
    course_->lessons.push_back(std::move(lesson));
  }

  void read_lesson(YamlNode node, Lesson& lesson) {
    Fields fields;
    if (!reader_.fields(node, "a lesson", kLessonKeys, fields)) return;
    for (const std::string_view key : {"id", "scenario"})
      reader_.require(fields, node, "a lesson", key);
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
        if (reader_.document().kind(item) != YamlKind::scalar) {
          reader_.wrong_type(item, "an entry of 'after'", "the id of a lesson");
          continue;
        }
        const std::string_view id = reader_.document().text(item);
        if (const auto other = numbers_.find(std::string(id)); other != numbers_.end()) {
          lesson.after.push_back(other->second);
        } else if (!ids_.incomplete()) {
          reader_.report(item, "M0121", fmt::format("lesson {} is not known", in_quotes(id)),
                         reader_.suggest(id, ids_.names()));
        }
      }
    }
  }

  void check_scenario(YamlNode node, std::string_view id) {
    if (!libraries_read_) {
      libraries_read_ = true;
      const std::filesystem::path path(reader_.document().source()->path);
      if (!options_.library.empty()) roots_.push_back(options_.library);
      if (path.parent_path().filename() == "courses")
        roots_.push_back((path.parent_path() / "..").lexically_normal().generic_string());
      for (const std::string& root : roots_) {
        for (std::string& id_of_file : scenario_ids(root)) scenarios_.insert(std::move(id_of_file));
      }
    }
    if (scenarios_.empty() || known(id)) return;
    std::vector<std::string_view> names(scenarios_.begin(), scenarios_.end());
    reader_.report(node, "M0120", fmt::format("there is no scenario '{}' in the library", id),
                   reader_.suggest(id, names));
  }

  // By file name, then by the ids inside, which takes longer to find out.
  bool known(std::string_view id) {
    if (scenarios_.count(std::string(id)) > 0) return true;
    if (!inner_ids_read_) {
      inner_ids_read_ = true;
      for (const std::string& root : roots_) {
        for (std::string& inner : scenario_inner_ids(root)) inner_ids_.insert(std::move(inner));
      }
    }
    return inner_ids_.count(std::string(id)) > 0;
  }

  void report_circles(const std::vector<YamlNode>& items) {
    std::vector<char> state(course_->lessons.size(), 0);
    for (std::size_t i = 0; i < course_->lessons.size(); ++i) {
      const std::size_t found = find_circle(i, state);
      if (found == course_->lessons.size()) continue;
      reader_.report(
          items[found], "M0122",
          fmt::format("lesson '{}' waits for itself through 'after'", course_->lessons[found].id),
          "remove one of the 'after' entries of the circle");
      return;
    }
  }

  // A lesson of a circle that can be reached from this one; number of lessons: there is none.
  std::size_t find_circle(std::size_t start, std::vector<char>& state) const {
    const std::vector<Lesson>& lessons = course_->lessons;
    if (state[start] != 0) return lessons.size();
    std::vector<std::pair<std::size_t, std::size_t>> path{{start, 0}};  // lesson, entry of `after`
    state[start] = 1;
    while (!path.empty()) {
      auto& [lesson, entry] = path.back();
      if (entry == lessons[lesson].after.size()) {
        state[lesson] = 2;
        path.pop_back();
        continue;
      }
      const std::size_t other = lessons[lesson].after[entry++];
      if (state[other] == 1) return other;
      if (state[other] == 2) continue;
      state[other] = 1;
      path.emplace_back(other, 0);
    }
    return lessons.size();
  }

  NodeReader reader_;
  const LoadOptions& options_;
  std::shared_ptr<Course> course_ = std::make_shared<Course>();
  std::vector<std::string_view> skills_;
  NameList ids_;
  std::map<std::string, std::size_t> numbers_;
  std::vector<std::string> roots_;
  std::set<std::string> scenarios_;
  std::set<std::string> inner_ids_;
  bool libraries_read_ = false;
  bool inner_ids_read_ = false;
};

}  // namespace

std::shared_ptr<const Course> read_course(const YamlDocument& document,
                                          const LoadOptions& options,
                                          DiagnosticSink& sink) {
  return CourseReader(document, options, sink).read();
}

}  // namespace mot
