#include "engine/scenario/loader.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "engine/base/file.h"
#include "engine/base/report.h"
#include "engine/scenario/pictures.h"
#include "tests/support/findings.h"
#include "tests/support/temporary_folder.h"

using mot::test::base_scenario;
using mot::test::codes_in;
using mot::test::edited;
using mot::test::loaded;

namespace {

std::string_view text(const mot::Scenario& scenario, mot::TextId id) {
  return scenario.texts[id].text;
}

}  // namespace

TEST_CASE("the shipped scenarios load without a finding") {
  mot::LoadOptions options;
  const std::string root = MOT_SOURCE_DIR;
  options.library = root + "/scenarios";
  options.pictures = mot::load_pictures(root + "/assets");
  int scenarios = 0;
  for (const char* name : {"water-through-the-ceiling", "twice-the-water"}) {
    mot::DiagnosticSink sink;
    const auto read =
        mot::load_scenario(root + "/scenarios/property/" + name + ".yaml", options, sink);
    CHECK(mot::render_text(sink) == "");
    REQUIRE(read.scenario != nullptr);
    CHECK(read.scenario->id == name);
    CHECK(read.files.size() == 6);  // itself, customer, journey, and their translations
    CHECK(read.scenario->translations.size() == 3);
    ++scenarios;
  }
  CHECK(scenarios == 2);
}

TEST_CASE("a file that is not there is one finding, and a file read") {
  mot::DiagnosticSink sink;
  const auto read = mot::load_scenario("nowhere.yaml", {}, sink);
  CHECK(read.scenario == nullptr);
  CHECK(read.files == std::vector<std::string>{"nowhere.yaml"});
  CHECK(sink.errors() == 1);
}

TEST_CASE("a text in memory is read like a file: BOM, CRLF, CR, NUL, UTF-16") {
  std::string dos = base_scenario();
  std::string mac = dos;
  for (std::size_t at = dos.find('\n'); at != std::string::npos; at = dos.find('\n', at + 2))
    dos.insert(at, 1, '\r');
  for (char& c : mac) c = c == '\n' ? '\r' : c;
  CHECK(codes_in(base_scenario()) == "");
  CHECK(codes_in("\xEF\xBB\xBF" + base_scenario()) == "");
  CHECK(codes_in(dos) == "");
  CHECK(codes_in(mac) == "");
  CHECK(codes_in(std::string("mot: 1\n\0", 8)) == "M0004");
  CHECK(codes_in("\xFF\xFEm") == "M0003");
  CHECK(codes_in(std::string((std::size_t{16} << 20U) + 1, '#')) == "M0002");
}

TEST_CASE("positions count code points, the caret stands under the word") {
  const std::string found = mot::test::report_of(
      edited({{"says: Hello", "says: { text: 我家天花板在漏水, feels: wet }"}}));
  CHECK(found.find("test.yaml:21:36: error: feeling 'wet' is not known [M0042]") !=
        std::string::npos);
}

TEST_CASE("everything wrong with a file is reported in one run, by position") {
  CHECK(codes_in(edited({{"minutes: 5", "minutes: 5000"},
                         {"language: en", "language: e"},
                         {"channel: phone", "channel: fon"},
                         {"empathy: 9", "empathy: 90"},
                         {"ending: resolved", "ending: happy"}})) ==
        "M0114 M0023 M0041 M0023 M0049");
}

TEST_CASE("every field of the head lands in the model") {
  const auto s =
      loaded(edited({{"mot: 1", "mot: 1\nsetting: hotel\nscene: flat-door\nstart: start"}}));
  REQUIRE(s != nullptr);
  CHECK(s->id == "base");
  CHECK(s->setting == "hotel");
  CHECK(s->scene == "flat-door");
  CHECK(s->language[0] == "en");
  CHECK(text(*s, s->title) == "A title");
  CHECK(text(*s, s->summary) == "A summary.");
  CHECK(text(*s, s->brief) == "A brief.");
  CHECK(s->minutes == 5);
  CHECK(s->difficulty == 2);
  CHECK_FALSE(s->draft);
  CHECK(s->journey == "j");
  CHECK(s->stages.size() == 1);
  CHECK(s->folder == ".");
  CHECK(s->standards.size() == 2);
  CHECK(s->needs[0].id == "baby");
  CHECK(s->cast[0].id == "li");
  CHECK(s->variables[0].name == "n");
  CHECK(s->variables[1].type == mot::ValueType::boolean);
}

TEST_CASE("20,000 moments load, 20,001 are refused before they are read") {
  const auto with_lines = [](int count) {
    std::string moments;
    for (int i = 0; i < count - 2; ++i)
      moments += "  - { id: m" + std::to_string(i) +
                 ", says: x, next: " + (i == count - 3 ? "end" : "m" + std::to_string(i + 1)) +
                 " }\n";
    return edited({{"next: end", "next: m0"}, {"  - id: end\n", moments + "  - id: end\n"}});
  };
  CHECK(codes_in(with_lines(20'000)) == "");
  CHECK(codes_in(with_lines(20'001)) == "M0029");
}

TEST_CASE("10,000 wrong targets are reported without searching for ever") {
  std::string moments;
  for (int i = 0; i < 10'000; ++i)
    moments += "  - { id: m" + std::to_string(i) + ", says: x, next: wrong-target-" +
               std::to_string(i) + " }\n";
  mot::DiagnosticSink sink;
  mot::load_scenario_text("test.yaml", edited({{"  - id: end\n", moments + "  - id: end\n"}}), {},
                          sink);
  CHECK(sink.errors() == 10'000);
}

TEST_CASE("a scenario in one line is read as fast as in many") {
  std::string moments;
  for (int i = 0; i < 5'000; ++i)
    moments += ", {id: m" + std::to_string(i) + ", says: x, next: nowhere}";
  mot::DiagnosticSink sink;
  mot::load_scenario_text("test.yaml",
                          "{mot: 1, id: a, title: b, language: en, customer: {id: c, name: C, "
                          "expects: {empathy: 8}}, moments: [{id: e, ending: lost}" +
                              moments + "]}",
                          {}, sink);
  CHECK(sink.errors() == 5'000 + 1);  // and no decision is scored
}

TEST_CASE("an image may not lead out of the folder by a link") {
  const mot::test::TemporaryFolder folder;
  std::filesystem::create_directories(folder.path() / "s/images");
  REQUIRE(mot::write_file_atomically(folder / "outside.svg", "<svg/>"));
  std::filesystem::create_symlink(folder.path() / "outside.svg", folder.path() / "s/link.svg");
  const auto codes = [&](const std::string& image) {
    mot::DiagnosticSink sink;
    mot::load_scenario_text(folder / "s/a.yaml",
                            edited({{"says: Hello", "says: Hello\n    image: " + image}}), {},
                            sink);
    return sink.sorted().empty() ? std::string() : std::string(sink.sorted()[0].code);
  };
  CHECK(codes("link.svg") == "M0090");
  CHECK(codes("/etc/hosts") == "M0090");
  CHECK(codes("../a.svg") == "M0090");
  CHECK(codes("images/../../a.svg") == "M0090");
  CHECK(codes("images/a.svg") == "M0091");
  CHECK(codes("images") == "M0091");
  CHECK(codes(std::string(300, 'x')) == "M0091");
}

TEST_CASE("a file with an anchor or a second document is not given out to be played") {
  for (const std::string& text :
       {edited({{"title: ", "title: &t "}}), base_scenario() + "---\n" + base_scenario()}) {
    mot::DiagnosticSink sink;
    CHECK(mot::load_scenario_text("test.yaml", text, {}, sink).scenario == nullptr);
    CHECK(sink.has_errors());
  }
}
