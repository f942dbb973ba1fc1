#include "engine/curriculum/courses.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "tests/support/temporary_folder.h"

namespace {

struct Library {
  Library() {
    std::filesystem::create_directories(folder.path() / "courses");
    write("courses/week.yaml",
          "mot: 1\nid: week\ntitle: First week\nabout: Begin here.\nlessons:\n"
          "  - { id: one, scenario: late-room, title: The room }\n"
          "  - { id: two, scenario: lost-case }\n");
    write("courses/week.zh-CN.yaml",
          "mot-translation: 1\nof: week\nlanguage: zh-CN\ntexts:\n"
          "  title: 第一周\n  lessons.one.title: 房间\n");
    write("late-room.yaml", "mot: 1\n");
    write("lost-case.yaml", "mot: 1\n");
  }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder / name) << text;
  }
  std::shared_ptr<const mot::Course> load(const char* language) const {
    mot::LoadOptions options;
    options.library = folder.path().string();
    mot::DiagnosticSink sink;
    auto course = mot::load_course(folder / "courses/week.yaml", language, options, sink);
    REQUIRE(course);
    return course;
  }
  mot::test::TemporaryFolder folder;
};

}  // namespace

TEST_CASE("a course is read in the reader's language, with its own text where there is no other") {
  const Library library;
  CHECK(library.load("en")->title == "First week");
  for (const char* language : {"zh-CN", "zh"}) {
    const auto course = library.load(language);
    CHECK(course->title == "第一周");
    CHECK(course->about == "Begin here.");
    CHECK(course->lessons[0].title == "房间");
    CHECK(course->lessons[1].title.empty());
  }
  CHECK(library.load("de")->title == "First week");
}
