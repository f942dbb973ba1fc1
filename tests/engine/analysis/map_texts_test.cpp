#include "engine/analysis/map_texts.h"

#include <catch2/catch.hpp>

#include "tests/support/encounter.h"

using namespace mot;
using mot::test::Encounter;

namespace {

constexpr const char* kStory = R"(
leaves: [ { when: mood <= -90, next: gone } ]
moments:
  - { id: a, stage: first, channel: phone, touchpoint: The call, expects: [empathy], says: Hello, responses: [ { id: low, say: Wait., delivers: { empathy: 3 }, next: gone }, { id: high, say: I see., delivers: { empathy: 9 }, next: [ { when: mood > 5, go: good }, { go: f } ] } ] }
  - { id: f, chance: [ { odds: 3, next: good }, { odds: 1, next: gone } ] }
  - { id: good, ending: resolved }
  - { id: gone, ending: lost }
)";

struct Map {
  Encounter encounter{kStory};
  Solution solution{encounter.program()};
  ScenarioMap map = map_of(solution);
  Reading reading{encounter.scenario(), "en"};
  UiStrings words{std::string(MOT_SOURCE_DIR) + "/assets/lang", "en"};
  MapTexts texts{encounter.scenario(), map, reading, words};

  const MapBox& box(std::string_view id) const {
    return map.boxes[static_cast<std::size_t>(encounter.moment(id))];
  }
  std::string label(std::string_view from, std::string_view to) const {
    for (const MapLine& line : map.lines) {
      if (map.boxes[line.from].moment == encounter.moment(from) &&
          map.boxes[line.to].moment == encounter.moment(to))
        return texts.label(line);
    }
    return "no such line";
  }
};

}  // namespace

TEST_CASE("A box says which moment it is and what that is about") {
  const Map map;
  CHECK(map.texts.name(map.box("a")) == "a");
  CHECK(map.texts.title(map.box("a")) == "The call");
  CHECK(map.texts.title(map.box("f")) == map.words.text("map.chance"));
  CHECK(map.texts.title(map.box("gone")) == map.words.text("ending.lost"));
  CHECK(map.texts.name(map.map.boxes.back()) == "mood <= -90");
  CHECK(map.texts.title(map.map.boxes.back()) == map.words.text("map.leave"));
  CHECK(map.texts.lane(0) == "First");
}

TEST_CASE("The whole account of a box has every response, with its gap, the best with a star") {
  const Map map;
  const std::string account = map.texts.account(map.box("a"));
  CHECK(account.find("Hello") != std::string::npos);
  CHECK(account.find("\nlow (−") != std::string::npos);
  CHECK(account.find("\n★ high (+") != std::string::npos);
  CHECK(account.find("I see.") != std::string::npos);
}

TEST_CASE("A line says who goes this way, on what condition, or how often") {
  const Map map;
  CHECK(map.label("a", "gone") == "low");
  CHECK(map.label("a", "good") == "high");
  CHECK(map.label("a", "f") == "high");
  CHECK(map.label("f", "good") == "75 %");
  CHECK(map.label("f", "gone") == "25 %");
}
