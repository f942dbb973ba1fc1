#include "engine/scenario/course.h"

#include <catch2/catch.hpp>

#include "tests/support/findings.h"

using mot::test::base_scenario;
using mot::test::codes_in_tree;

namespace {

std::string codes(const std::string& lessons, const std::string& more = {}) {
  return codes_in_tree({{"property/base.yaml", base_scenario()},
                        {"courses/onboarding.yaml",
                         "mot: 1\nid: onboarding\ntitle: T\n" + more + "lessons:\n" + lessons}},
                       {"courses"});
}

std::shared_ptr<const mot::Course> course(const std::string& yaml) {
  mot::DiagnosticSink sink;
  const auto document = mot::YamlDocument::parse(
      std::make_shared<const mot::SourceText>(mot::SourceText{"t.yaml", yaml}), sink);
  return mot::read_course(*document, {}, sink);
}

}  // namespace

TEST_CASE("every field of a course lands in it") {
  const auto read = course(
      "mot: 1\nid: c\ntitle: T\nabout: A\nlanguage: de\npass: 75\ncounts: last\nlessons:\n"
      "  - { id: a, scenario: x, title: L, trains: [empathy, explore], attempts: 3 }\n"
      "  - { id: b, scenario: y, after: [a], example: true }\n");
  REQUIRE(read != nullptr);
  CHECK(read->about == "A");
  CHECK(read->language == "de");
  CHECK(read->pass == 75);
  CHECK(read->counts == mot::CountedAttempt::last);
  CHECK(read->lessons[0].title == "L");
  CHECK(read->lessons[0].trains_dimensions == mot::bit(mot::Dimension::empathy));
  CHECK(read->lessons[0].trains_behaviours == mot::bit(mot::Behaviour::explore));
  CHECK(read->lessons[0].attempts == 3);
  CHECK(read->lessons[1].after == std::vector<std::size_t>{0});
  CHECK(read->lessons[1].example);
}

TEST_CASE("defaults: 60 to pass, the best attempt counts, in English") {
  const auto read = course("mot: 1\nid: c\ntitle: T\nlessons: [{ id: a, scenario: x }]\n");
  REQUIRE(read != nullptr);
  CHECK(read->pass == 60);
  CHECK(read->counts == mot::CountedAttempt::best);
  CHECK(read->language == "en");
  CHECK(read->lessons[0].attempts == 0);
}

TEST_CASE("lessons name scenarios of the library, by file name or by id") {
  CHECK(codes("  - { id: a, scenario: base }\n") == "");
  CHECK(codes("  - { id: a, scenario: bsae }\n") == "M0120");
  CHECK(codes_in_tree(
            {{"property/other.yaml", base_scenario()},
             {"courses/c.yaml", "mot: 1\nid: c\ntitle: T\nlessons: [{ id: a, scenario: base }]\n"}},
            {"courses"}) == "");
}

TEST_CASE("a lesson comes after lessons of the course, never after itself") {
  CHECK(codes("  - { id: a, scenario: base, after: [b] }\n  - { id: b, scenario: base }\n") == "");
  CHECK(codes("  - { id: a, scenario: base, after: [zzzz] }\n") == "M0121");
  CHECK(codes("  - { id: a, scenario: base, after: [a] }\n") == "M0122");
  CHECK(
      codes("  - { id: a, scenario: base, after: [b] }\n  - { id: b, scenario: base, after: [c] }\n"
            "  - { id: c, scenario: base, after: [a] }\n") == "M0122");
}

TEST_CASE("what a course gets wrong is reported") {
  CHECK(codes("  - { id: a, scenario: base, trains: [listening] }\n") == "M0056");
  CHECK(codes("  - { id: a, scenario: base }\n  - { id: a, scenario: base }\n") == "M0028");
  CHECK(codes("  - { id: a }\n") == "M0024");
  CHECK(codes("  - { scenario: base }\n") == "M0024");
  CHECK(codes("  []\n") == "M0030");
  CHECK(codes("  - { id: a, scenario: base }\n", "pass: 101\n") == "M0023");
  CHECK(codes("  - { id: a, scenario: base }\n", "counts: highest\n") == "M0057");
  CHECK(codes("  - { id: a, scenario: base }\n", "language: german\n") == "M0114");
}

TEST_CASE("100,000 lessons in a row are followed without recursion") {
  std::string yaml = "mot: 1\nid: c\ntitle: T\nlessons:\n";
  for (int i = 0; i < 100'000; ++i)
    yaml += "- { id: l" + std::to_string(i) + ", scenario: x, after: [l" +
            std::to_string((i + 1) % 100'000) + "] }\n";
  CHECK(course(yaml) == nullptr);
}
