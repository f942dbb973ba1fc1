#include "engine/authoring/preview.h"

#include <catch2/catch.hpp>

#include "engine/scenario/loader.h"

namespace {

const std::string kText =
    "mot: 1\nid: a\ntitle: A\nlanguage: en\ndraft: true\nneeds: { cello: A cello. }\n"
    "variables: { calls: 0, sent: false }\n"
    "customer: { id: c, name: Ann, expects: { empathy: 7 } }\n"
    "journey: { id: j, title: J, stages: [{ id: s, title: S }] }\nmoments:\n"
    "  - { id: ask, stage: s, channel: phone, touchpoint: T, expects: [empathy], says: Hello., "
    "responses: [{ id: why, say: Why, delivers: { empathy: 8 }, set: { calls: calls + 1 }, "
    "reply: A cello., uncovers: [cello], next: hub }, { id: no, say: 'No', "
    "delivers: { empathy: 2 }, next: hub }] }\n"
    "  - id: hub\n    says: [{ when: visited(hub), text: Again. }, { text: First. }]\n"
    "    responses:\n      - { id: more, say: More, next: hub }\n"
    "      - { id: bring, when: knows(cello), say: Bring it, next: end }\n"
    "      - { id: bye, when: mood < 0, say: Bye, next: end }\n"
    "  - { id: end, ending: resolved, says: Done. }\n";

struct Played {
  explicit Played(const std::string& text = kText) {
    mot::DiagnosticSink sink;
    scenario = mot::load_scenario_text("a.yaml", text, {}, sink).scenario;
    REQUIRE(scenario);
  }
  mot::PreviewPlay operator()(const mot::PreviewStart& start,
                              const std::vector<std::string>& choices) const {
    const mot::Program program(*scenario);
    return mot::play_preview(program, start, choices, mot::Reading(*scenario, "en"));
  }
  std::shared_ptr<const mot::Scenario> scenario;
};

std::string offers_of(const mot::PreviewPlay& play) {
  std::string all;
  for (const auto& offer : play.offers) all += offer.choice + " ";
  return all;
}

}  // namespace

TEST_CASE("A preview plays from the start like a session") {
  const auto play = Played()({}, {"ask.why"});
  REQUIRE(play.lines.size() == 4);
  CHECK(play.lines[0].speaker == "Ann");
  CHECK(play.lines[1].speaker.empty());
  CHECK(play.lines[2].text == "A cello.");
  CHECK(play.lines[3].text == "First.");
  CHECK(play.place == "hub");
  CHECK(offers_of(play) == "hub.more hub.bring ");
  CHECK(play.variables[0].value == 1);
  CHECK(play.known.at(0).holds);
  CHECK(play.satisfaction.has_value());
  CHECK(Played()({}, {"ask.why", "hub.bring"}).ended);
}

TEST_CASE("A preview begins at any moment in a state set by hand") {
  mot::PreviewStart start;
  start.moment = "hub";
  CHECK(offers_of(Played()(start, {})) == "hub.more ");
  start.known = {"cello", "nothing"};
  start.visited = {"hub"};
  start.mood = -20;
  start.variables = {{"calls", 7}};
  const auto play = Played()(start, {});
  CHECK(play.lines.at(0).text == "Again.");
  CHECK(offers_of(play) == "hub.more hub.bring hub.bye ");
  CHECK(play.mood == -20);
  CHECK(play.variables[0].value == 7);
  CHECK_FALSE(play.satisfaction);
}

TEST_CASE("After an edit a preview stands where the choices still lead") {
  std::string text = kText;
  text.replace(text.find("id: more"), 8, "id: less");
  const auto play = Played(text)({}, {"ask.why", "hub.more", "hub.bring"});
  CHECK(play.made == 1);
  CHECK(play.place == "hub");
}

TEST_CASE("The numbers that stand with a variable say how far it goes") {
  std::string text = kText;
  text.replace(text.find("{ calls: 0, sent: false }"), 25,
               "{ calls: 0, room: 204, sent: false, alone: -3 }");
  text.replace(text.find("mood < 0"), 8, "room != 901 and sent");
  text.replace(text.find("calls + 1"), 9, "calls + 706");
  CHECK(mot::greatest_amounts(*Played(text).scenario) ==
        std::vector<std::int32_t>{706, 901, 901, 3});
}
