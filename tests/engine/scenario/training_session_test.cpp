#include "engine/scenario/training_session.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/support/findings.h"
#include "tests/support/temporary_folder.h"

using mot::test::base_scenario;
using mot::test::codes_in_tree;

namespace {

std::shared_ptr<const mot::TrainingSession> session(const std::string& yaml) {
  mot::DiagnosticSink sink;
  const auto document = mot::YamlDocument::parse(
      std::make_shared<const mot::SourceText>(mot::SourceText{"t.yaml", yaml}), sink);
  return mot::read_training_session(*document, {}, sink);
}

std::string codes(const std::string& more) {
  return codes_in_tree({{"property/base.yaml", base_scenario()},
                        {"sessions/monday.yaml", "mot-session: 1\nid: monday\n" + more}},
                       {"sessions"});
}

}  // namespace

TEST_CASE("every field of a session lands in it") {
  const auto read = session(
      "mot-session: 1\nid: monday\ntitle: Monday\nscenario: base\nmode: exam\ntimer: 1.5\n"
      "feedback: score\nlanguage: zh-CN\ngroup: 早班\ndue: 2026-12-01\n");
  REQUIRE(read != nullptr);
  CHECK(read->id == "monday");
  CHECK(read->title == "Monday");
  CHECK(read->scenario == "base");
  CHECK(read->course.empty());
  CHECK(read->exam);
  CHECK(read->timer == 1.5);
  CHECK(read->feedback == mot::SessionFeedback::score);
  CHECK(read->language == "zh-CN");
  CHECK(read->group == "早班");
  CHECK(read->due == "2026-12-01");
  CHECK_FALSE(read->is_over("2026-12-01T23:59:59Z"));
  CHECK(read->is_over("2026-12-02T00:00:00Z"));
}

TEST_CASE("what a session leaves out is the seat's own") {
  const auto read = session("mot-session: 1\nid: monday\ncourse: onboarding\n");
  REQUIRE(read != nullptr);
  CHECK(read->course == "onboarding");
  CHECK_FALSE(read->exam);
  CHECK_FALSE(read->timer);
  CHECK(read->feedback == mot::SessionFeedback::full);
  CHECK(read->language.empty());
  CHECK_FALSE(read->is_over("2999-01-01T00:00:00Z"));
}

TEST_CASE("what is wrong in a session is found where it stands") {
  CHECK(codes("scenario: base\n") == "");
  CHECK(codes("scenario: base\ncourse: c\n") == "M0123");
  CHECK(codes("title: T\n") == "M0024");
  CHECK(codes("scenario: base\nmode: test\n") == "M0058");
  CHECK(codes("scenario: base\nfeedback: much\n") == "M0058");
  CHECK(codes("scenario: base\ntimer: 5\n") == "M0023");
  CHECK(codes("scenario: base\ndue: 1.12.2026\n") == "M0124");
  CHECK(codes("scenario: base\ndue: 2026-02-30\n") == "M0124");
  CHECK(codes("scenario: base\ngroupe: a\n") == "M0020");
}

TEST_CASE("a session's course is looked for as `mot course` does it, in every folder of courses") {
  const std::string course =
      "mot: 1\nid: week\ntitle: T\nlessons:\n  - { id: a, scenario: base }\n";
  const auto codes_with = [&](const std::string& named) {
    return codes_in_tree(
        {{"property/base.yaml", base_scenario()},
         {"property/courses/week.yaml", course},
         {"sessions/monday.yaml", "mot-session: 1\nid: monday\ncourse: " + named + "\n"}},
        {"sessions"}, ".");
  };
  CHECK(codes_with("week") == "");
  CHECK(codes_with("wekk") == "M0123");
}

TEST_CASE("a session's file is told from a playthrough's") {
  const mot::test::TemporaryFolder folder;
  std::ofstream(folder / "a.json") << " {\"playthrough\": 1}";
  std::ofstream(folder / "session") << "mot-session: 1\n";
  CHECK(mot::names_training_session(folder / "not-there.yaml"));
  CHECK(mot::names_training_session(folder / "session"));
  CHECK_FALSE(mot::names_training_session(folder / "a.json"));
  CHECK_FALSE(mot::names_training_session(folder / "not-there"));
}
