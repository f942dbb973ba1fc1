// Also tests write_expression.cpp and write_text.cpp.
#include "engine/scenario/writer.h"

#include <catch2/catch.hpp>
#include <string>

#include "engine/base/report.h"
#include "engine/base/yaml.h"
#include "engine/encounter/content_hash.h"
#include "engine/scenario/text_paths.h"
#include "tests/support/findings.h"
#include "tests/support/random_scenario.h"

using mot::test::edited;
using mot::test::loaded;

namespace {

// Meaning and texts, as one string to compare.
std::string sum_of(const mot::Scenario& scenario) {
  std::string sum = mot::content_hash(scenario) + "\n";
  for (const auto& [path, text] : mot::text_paths(scenario, mot::TextOrigin::scenario))
    sum += path + "=" + std::string(scenario.texts[text].text) + "\n";
  for (const mot::Line& line : scenario.lines)
    sum += std::to_string(line.feels) + "," + std::to_string(line.speaker) + ";";
  return sum;
}

// Loads, writes, loads again and compares; the text that was written is written again the same.
void check_round_trip(const std::string& yaml) {
  mot::DiagnosticSink sink;
  const auto first = mot::load_scenario_text("t.yaml", yaml, {}, sink).scenario;
  INFO(yaml);
  INFO(mot::render_text(sink));
  REQUIRE(first != nullptr);
  const std::string written = mot::write_scenario(*first);
  INFO(written);
  mot::DiagnosticSink again;
  const auto second = mot::load_scenario_text("t.yaml", written, {}, again).scenario;
  INFO(mot::render_text(again));
  REQUIRE(second != nullptr);
  CHECK(again.total() == 0);
  REQUIRE(sum_of(*second) == sum_of(*first));
  REQUIRE(mot::write_scenario(*second) == written);
}

// The condition of the first response, written.
std::string written(const std::string& condition) {
  const auto s = loaded(mot::test::with_response_lines("        when: \"" + condition + "\"\n"));
  REQUIRE(s != nullptr);
  return mot::write_expression(*s, s->responses[0].when);
}

std::string read_back(const std::string& text, bool flow) {
  const std::string yaml = flow ? "{ a: " + mot::write_flow_text(text) + " }\n"
                                : "a: " + mot::write_text(text, 0) + "\n";
  mot::DiagnosticSink sink;
  const auto document = mot::YamlDocument::parse(
      std::make_shared<const mot::SourceText>(mot::SourceText{"t.yaml", yaml}), sink);
  INFO(yaml);
  INFO(mot::render_text(sink));
  REQUIRE(document != nullptr);
  const mot::YamlNode value = document->next(document->first(document->root()));
  CHECK(document->kind(value) == mot::YamlKind::scalar);
  return std::string(document->text(value));
}

}  // namespace

TEST_CASE("expressions are written with the parentheses they need, and no more") {
  CHECK(written("((n)) > (3)") == "n > 3");
  CHECK(written("n-1-(2-3) > 0") == "n - 1 - (2 - 3) > 0");
  CHECK(written("(n + 1) * -2 < 0") == "(n + 1) * -2 < 0");
  CHECK(written("-(n) < -(5) + - -3") == "-n < -(5) + --3");
  CHECK(written("not (b or n > 1) and (b or b)") == "not (b or n > 1) and (b or b)");
  CHECK(written("b or (b or b)") == "b or (b or b)");
  CHECK(written("(n == 1) == true") == "(n == 1) == true");
  CHECK(written("true and 1 == n") == "true and 1 == n");
  CHECK(written("false == (not b)") == "false == (not b)");
  CHECK(written("visited( start ) and chose(start.good) or knows(baby)") ==
        "visited(start) and chose(start.good) or knows(baby)");
  CHECK(written("turn * 2 >= mood") == "turn * 2 >= mood");
}

TEST_CASE("a long expression is written densely, so that it stays within 500 characters") {
  std::string dense = "n";
  while (dense.size() < 490) dense += "+n";
  const std::string text = written(dense + ">0");
  CHECK(text == dense + ">0");
}

TEST_CASE("random expressions compile again to the same code") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const bool truth = seed % 2 == 0;
    const std::string text = mot::test::random_expression(seed, truth, 4);
    INFO("seed " << seed << ": " << text);
    if (text.size() > 500) continue;
    mot::test::RandomScenario plain;
    plain.decisions = 1;
    std::string yaml = mot::test::random_scenario(1, plain);
    const std::string key = truth ? "b0" : "n0";
    yaml.insert(yaml.find("        next:"), "        set: { " + key + ": \"" + text + "\" }\n");
    if (yaml.find("set:") != yaml.rfind("set:")) continue;
    check_round_trip(yaml);
  }
}

TEST_CASE("every text reads back as itself, in a block and between brackets") {
  for (const std::string text : {"plain",
                                 "5",
                                 "true",
                                 "null",
                                 "~",
                                 "- dash",
                                 "a: b",
                                 "a #b",
                                 "is it? It is",
                                 "#",
                                 "two\nlines",
                                 "two\nlines\n",
                                 "three\n\nlines\n\n",
                                 "\n",
                                 " leading",
                                 "trailing ",
                                 "  two\n  lines",
                                 "'q'",
                                 "\"q\"",
                                 "\\",
                                 "tab\there",
                                 "\x01",
                                 "\x7F",
                                 "水",
                                 "水：「火」",
                                 "[a]",
                                 "{a}",
                                 "a, b",
                                 "&a",
                                 "*a",
                                 "!a",
                                 "%a",
                                 "@a",
                                 "`a",
                                 "|",
                                 ">",
                                 "?",
                                 ":",
                                 "a:",
                                 "a\\nb",
                                 "<<",
                                 "=",
                                 "---",
                                 "...",
                                 "é\xC2\x85x",
                                 "\xE2\x80\xA8",
                                 "\xEF\xBB\xBF",
                                 "a\n---\nb",
                                 "a\n# b\n",
                                 "x \ny",
                                 "a\n\tb"}) {
    INFO(text);
    CHECK(read_back(text, false) == text);
    CHECK(read_back(text, true) == text);
  }
}

TEST_CASE("a scenario with everything is written and read back") {
  check_round_trip(edited(
      {{"mot: 1",
        "mot: 1\ndraft: true\nsetting: hotel\nscene: cabin\nreference: { p: { title: T, text: "
        "\"two\\nlines\" } }\nleaves: [{ when: mood < 0, next: end }]\naccept: [{ smell: S0001, "
        "where: "
        "start.good, because: x }]"},
       {"{ id: c, name: C, expects: { empathy: 8, reliability: 7 } }",
        "{ id: c, name: C, role: R, age: 0, about: A, portrait: { like: lin, hair: curly, "
        "hair_colour: "
        "a, skin: b, outfit: c, colours: { top: plum }, wears: [glasses] }, voice: { pitch: 1, "
        "speed: "
        "90 }, mood: -5, expects: { empathy: { level: 8, kind: must-be }, reliability: 7, "
        "assurance: { "
        "kind: attractive } }, importance: { empathy: 3 }, spread: 0.00001 }"},
       {"expects: [empathy]",
        "expects: { empathy: { level: 3, kind: attractive } }\n    weight: 4\n    time_limit: 9\n"
        "    on_timeout: bad\n    hint: H\n    shuffle: false\n    thinks: T\n    feels: angry\n"
        "    speaker: li\n    acceptable_wait: 7\n    scene: kitchen"},
       {"says: Hello", "says: { text: Hello, thinks: Hm, feels: pleased }"},
       {"coach: Because.\n        next: end",
        "coach: Because.\n        once: true\n        when: n < 3\n        behaviours: [act, "
        "confirm]\n        meets: [fast]\n        breaks: [kind]\n        uncovers: [baby]\n       "
        " "
        "tags: [x]\n        set: { n: n + 1, b: not b }\n        reply: [{ when: b, text: A }, { "
        "text: "
        "B, feels: relieved }]\n        next: [{ when: b, go: end }, { go: end }]"},
       {"says: Bye", "says: Bye\n    verbatim: { passive: Well. }"}}));
}

TEST_CASE("random scenarios are without findings, and read back after they are written") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    mot::test::RandomScenario options;
    options.decisions = 1 + static_cast<int>(seed % 8);
    options.responses = 1 + static_cast<int>(seed % 4);
    options.hubs = static_cast<int>(seed % 3);
    options.endings = 1 + static_cast<int>(seed % 4);
    options.fate = seed % 3 != 0;
    options.lines = seed % 5 != 0;
    options.conditions = seed % 7 != 0;
    INFO("seed " << seed);
    check_round_trip(mot::test::random_scenario(seed, options));
  }
}

TEST_CASE("a random scenario depends on its seed and options alone") {
  CHECK(mot::test::random_scenario(7) == mot::test::random_scenario(7));
  CHECK(mot::test::random_scenario(7) != mot::test::random_scenario(8));
}

TEST_CASE("the shipped scenarios read back after they are written") {
  mot::LoadOptions options;
  options.library = std::string(MOT_SOURCE_DIR) + "/scenarios";
  options.translations = false;
  for (const char* name : {"water-through-the-ceiling", "twice-the-water"}) {
    mot::DiagnosticSink sink;
    const std::string path = options.library + "/property/" + name + ".yaml";
    const auto first = mot::load_scenario(path, options, sink).scenario;
    REQUIRE(first != nullptr);
    const auto second =
        mot::load_scenario_text(path, mot::write_scenario(*first), options, sink).scenario;
    INFO(mot::render_text(sink));
    REQUIRE(second != nullptr);
    CHECK(sum_of(*second) == sum_of(*first));
  }
}
