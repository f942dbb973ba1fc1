#include <catch2/catch.hpp>

#include "tests/support/findings.h"

using mot::test::codes_in;
using mot::test::edited;
using mot::test::loaded;
using mot::test::with_moments;

namespace {

std::string says(const std::string& value) {
  return codes_in(edited({{"says: Hello", "says: " + value}}));
}
std::string next(const std::string& value) {
  return codes_in(edited({{"next: end", "next: " + value}}));
}

}  // namespace

TEST_CASE("what is said is a text, a map or a list of maps, the last for all other cases") {
  for (const char* good :
       {"Hi", "5", "true", "{ text: Hi }", "{ text: Hi, feels: angry, speaker: li, thinks: Oh }",
        "[{ when: b, text: Hi }, { text: Ho, note: x }]", "[{ text: Hi }]"})
    CHECK(says(good) == "");
  CHECK(says("") == "M0031");
  CHECK(says("''") == "M0031");
  CHECK(says("[]") == "M0030");
  CHECK(says("{}") == "M0024");
  CHECK(says("[Hi]") == "M0022");
  CHECK(says("[Hi, { text: Ho }]") == "M0022");
  CHECK(says("{ when: b, text: Hi }") == "M0074");
  CHECK(says("[{ when: b, text: Hi }]") == "M0074");
  CHECK(says("[{ text: Hi }, { text: Ho }, { text: Ha }]") == "M0102");
  CHECK(says("[{ when: n, text: Hi }, { text: Ho }]") == "M0071");
  CHECK(says("{ txet: Hi }") == "M0020");
  CHECK(says("{ text: Hi, feels: wet }") == "M0042");
  CHECK(says("{ text: Hi, speaker: lu }") == "M0050");
}

TEST_CASE("variants keep their place and number, thoughts their variant") {
  const auto s = loaded(edited({{"says: Hello",
                                 "says: [{ when: b, text: A, thinks: T }, { text: B, feels: "
                                 "relieved }]\n    feels: anxious\n    speaker: li"}}));
  REQUIRE(s != nullptr);
  const auto lines = s->lines_of(s->moments[0].says);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].listed);
  CHECK_FALSE(lines[0].when.empty());
  CHECK(s->texts[lines[0].thinks].text == "T");
  CHECK(lines[1].feels == static_cast<int>(mot::Feeling::relieved));
  CHECK(s->moments[0].manner.feels == static_cast<int>(mot::Feeling::anxious));
  CHECK(s->moments[0].manner.speaker == 0);
}

TEST_CASE("next is an id or a list of routes, the last without a condition") {
  CHECK(next("[{ when: b, go: end }, { go: end }]") == "");
  CHECK(next("[{ go: end }]") == "");
  CHECK(next("[{ when: b, go: end }]") == "M0074");
  CHECK(next("[{ go: end }, { go: end }]") == "M0102");
  CHECK(next("[]") == "M0030");
  CHECK(next("[end]") == "M0022");
  CHECK(next("{ go: end }") == "M0022");
  CHECK(next("[{ when: b }, { go: end }]") == "M0024");
  CHECK(next("[{ when: b, go: edn }, { go: end }]") == "M0012");
}

TEST_CASE("an id that is a number leads somewhere too") {
  CHECK(codes_in(edited(
            {{"next: end", "next: 7"}, {"next: end", "next: '7'"}, {"id: end", "id: 7"}})) == "");
}

TEST_CASE("an ill-formed id is reported once, where it is declared") {
  CHECK(codes_in(edited({{"next: end", "next: The End"},
                         {"next: end", "next: The End"},
                         {"id: end", "id: The End"}})) == "M0027");
}

TEST_CASE("a text has 4,000 characters at most, whatever their bytes") {
  std::string wide;
  for (int i = 0; i < 4000; ++i) wide += "水";
  CHECK(says(wide) == "");
  CHECK(says(wide + "水") == "M0026");
}

TEST_CASE("portraits name a person and what is changed of it") {
  mot::PictureVocabulary pictures;
  pictures.people = {"lin", "david"};
  pictures.hair = {"curly"};
  pictures.coloured_parts = {"top"};
  pictures.colours = {"plum"};
  pictures.wears = {"glasses"};
  mot::LoadOptions options;
  options.pictures = pictures;
  const auto codes = [&](const std::string& portrait) {
    mot::DiagnosticSink sink;
    const auto read = mot::load_scenario_text(
        "t.yaml", edited({{"name: C,", "name: C, portrait: " + portrait + ","}}), options, sink);
    CHECK(read.scenario != nullptr);
    return sink.warnings();
  };
  CHECK(codes("lin") == 0);
  CHECK(codes("{ like: lin, hair: curly, colours: { top: plum, note: x }, wears: [glasses] }") ==
        0);
  CHECK(codes("lni") == 1);
  CHECK(codes("{ like: lin, hair: curlly, colours: { hat: red }, wears: [crown] }") == 4);
}

TEST_CASE("a scene is a known room, at whatever time of day") {
  mot::PictureVocabulary pictures;
  pictures.scenes = {"flat-door", "late-night"};
  mot::LoadOptions options;
  options.pictures = pictures;
  const auto hint = [&](const std::string& scene) {
    mot::DiagnosticSink sink;
    const auto read = mot::load_scenario_text(
        "t.yaml", edited({{"mot: 1", "mot: 1\nscene: " + scene}}), options, sink);
    REQUIRE(read.scenario != nullptr);
    CHECK(read.scenario->scene == scene);
    return sink.warnings() == 0 ? std::string() : sink.sorted().front().hint;
  };
  CHECK(hint("flat-door") == "");
  CHECK(hint("flat-door-morning") == "");
  CHECK(hint("flat-door-evening") == "");
  CHECK(hint("flat-door-night") == "");
  CHECK(hint("late-night") == "");
  CHECK(hint("flat-dor-night") == "did you mean 'flat-door'?");
  CHECK(hint("flat-door-noon") != "");
}
