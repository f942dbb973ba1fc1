#include "engine/scenario/course_files.h"

#include <filesystem>
#include <set>

#include "engine/base/file.h"
#include "engine/scenario/file_kind.h"
#include "engine/scenario/library.h"

namespace mot {
namespace {

struct CourseFile {
  std::string path;
  /// The id inside; empty where there is none.
  std::string id;

  std::string name() const { return std::filesystem::path(path).stem().string(); }
};

std::vector<CourseFile> courses_of(const std::string& library) {
  std::vector<CourseFile> courses;
  if (library.empty()) return courses;
  for (std::string& path : yaml_files_below(library)) {
    if (std::filesystem::path(path).parent_path().filename() != "courses") continue;
    DiagnosticSink unheard;
    const auto source = read_source(path, unheard);
    const auto document = source ? YamlDocument::parse(source, unheard) : nullptr;
    if (!document || kind_of_file(*document) != FileKind::course) continue;
    const YamlNode id = value_of(*document, "id");
    courses.push_back(
        {std::move(path), id == kNoNode ? std::string() : std::string(document->text(id))});
  }
  return courses;
}

}  // namespace

std::vector<std::string> course_files(const std::string& library) {
  std::vector<std::string> files;
  for (CourseFile& course : courses_of(library)) files.push_back(std::move(course.path));
  return files;
}

std::string find_course(const std::string& library, std::string_view id) {
  const std::vector<CourseFile> courses = courses_of(library);
  for (const CourseFile& course : courses) {
    if (course.name() == id) return course.path;
  }
  for (const CourseFile& course : courses) {
    if (course.id == id) return course.path;
  }
  return {};
}

std::vector<std::string> course_ids(const std::string& library) {
  std::set<std::string> ids;
  for (const CourseFile& course : courses_of(library)) {
    ids.insert(course.name());
    if (!course.id.empty()) ids.insert(course.id);
  }
  return {ids.begin(), ids.end()};
}

}  // namespace mot
