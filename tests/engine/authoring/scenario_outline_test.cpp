#include "engine/authoring/scenario_outline.h"

#include <catch2/catch.hpp>

namespace {

mot::ScenarioOutline outlined(const std::string& text) {
  return mot::outline_of(mot::YamlSpans::parse(text).value());
}

}  // namespace

TEST_CASE("Moments of each kind are outlined with their responses, in the order of the file") {
  const mot::ScenarioOutline outline = outlined(R"(id: a
title: A story
moments:
  - id: first
    stage: start
    expects: [empathy]
    says: [ { when: visited(x), text: Again }, { text: Hello } ]
    responses:
      - { id: go, say: I go }
      - { id: stay, do: Stay. }
  - id: hub
    says: What now?
    responses: [ { id: x, say: X } ]
  - { id: luck, chance: [ { odds: 1, next: end } ] }
  - { id: line, says: { text: Well }, next: end }
  - { id: end, ending: lost, touchpoint: The door }
)");
  CHECK(outline.id == "a");
  CHECK(outline.title == "A story");
  REQUIRE(outline.moments.size() == 5);
  const mot::OutlinedMoment& first = outline.moments[0];
  CHECK(first.kind == mot::MomentKind::decision);
  CHECK(first.scored);
  CHECK(first.stage == "start");
  CHECK(first.text == "Hello");
  REQUIRE(first.responses.size() == 2);
  CHECK(first.responses[1].id == "stay");
  CHECK(first.responses[1].text == "Stay.");
  CHECK_FALSE(outline.moments[1].scored);
  CHECK(outline.moments[2].kind == mot::MomentKind::fate);
  CHECK(outline.moments[3].kind == mot::MomentKind::line);
  CHECK(outline.moments[3].text == "Well");
  CHECK(outline.moments[4].kind == mot::MomentKind::ending);
  CHECK(outline.moments[4].text == "The door");
  CHECK(outline.find("luck") == &outline.moments[2]);
  CHECK(outline.find("nobody") == nullptr);
}

TEST_CASE("What is half written is outlined as far as it goes") {
  const mot::ScenarioOutline outline = outlined("moments:\n  - id:\n  - word\n  - responses: x\n");
  REQUIRE(outline.moments.size() == 3);
  CHECK(outline.moments[0].id.empty());
  CHECK(outline.moments[2].kind == mot::MomentKind::decision);
  CHECK(outlined("just a word").moments.empty());
}

TEST_CASE("A line belongs to what begins on it or above it, however deep it is indented") {
  const std::string text =
      "id: a\n"
      "moments:\n"
      "        -     id: first\n"
      "              responses:\n"
      "                    -     say: Yes\n"
      "                          id: yes\n"
      "                    - { id: no }\n"
      "        -\n"
      "              id: second\n";
  const mot::ScenarioOutline outline = outlined(text);
  const auto at = [&](std::uint32_t line) { return mot::place_of_line(outline, text, line); };
  CHECK(at(0) == mot::OutlinedPlace{});
  CHECK(at(2) == mot::OutlinedPlace{});
  CHECK(at(3) == mot::OutlinedPlace{"first", ""});
  CHECK(at(4) == mot::OutlinedPlace{"first", ""});
  CHECK(at(5) == mot::OutlinedPlace{"first", "yes"});
  CHECK(at(6) == mot::OutlinedPlace{"first", "yes"});
  CHECK(at(7) == mot::OutlinedPlace{"first", "no"});
  CHECK(at(9) == mot::OutlinedPlace{"second", ""});
  CHECK(at(99) == mot::OutlinedPlace{"second", ""});
}
