#include "engine/encounter/content_hash.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/support/encounter.h"

using mot::content_hash;
using mot::test::Encounter;

namespace {

const std::string kScenario = R"(
needs: { n: Need }
standards: { s: Standard }
variables: { v: 0 }
leaves: [ { when: mood < -60, next: e } ]
moments:
  - id: a
    stage: first
    channel: phone
    touchpoint: T
    expects: [empathy]
    says: Hello.
    responses:
      - { id: x, say: X, delivers: { empathy: 8 }, behaviours: [act], meets: [s], uncovers: [n], set: { v: v + 1 }, coach: C, next: luck }
      - { id: y, say: Y, when: v > 0, delivers: { empathy: 5 }, next: [ { when: v > 3, go: e }, { go: a } ] }
  - { id: luck, chance: [ { odds: 3, next: a }, { odds: 1, next: e } ] }
  - { id: e, ending: resolved }
)";

std::string hash_with(const std::string& from, const std::string& to) {
  std::string text = kScenario;
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return content_hash(Encounter(text.replace(at, from.size(), to)).scenario());
}

}  // namespace

TEST_CASE("a content hash is 64 hex digits and the same for the same file") {
  const std::string hash = content_hash(Encounter(kScenario).scenario());
  CHECK(hash.size() == 64);
  CHECK(hash == content_hash(Encounter(kScenario).scenario()));
  CHECK(hash == Encounter(kScenario).program().content());
}

TEST_CASE("texts, pictures and comments do not count") {
  const std::string hash = content_hash(Encounter(kScenario).scenario());
  CHECK(hash_with("Hello.", "Good morning.") == hash);
  CHECK(hash_with("Hello.", "[ { when: v > 1, text: Again. }, { text: Hello., feels: angry } ]") ==
        hash);
  CHECK(hash_with("say: X", "do: Something else.") == hash);
  CHECK(hash_with("coach: C", "coach: Other") == hash);
  CHECK(hash_with("Need", "Another need") == hash);
  CHECK(hash_with("moments:", "scene: kitchen\nmoments:  # all of them") == hash);
  CHECK(hash_with("touchpoint: T", "touchpoint: T\n    hint: Look.\n    scene: cabin") == hash);
}

TEST_CASE("every number, condition, name and target counts") {
  const std::string hash = content_hash(Encounter(kScenario).scenario());
  const std::pair<std::string, std::string> changes[] = {
      {"empathy: 8", "empathy: 9"},
      {"[empathy]", "{ empathy: 7 }"},
      {"[empathy]", "{ empathy: { kind: must-be } }"},
      {"[act]", "[offer]"},
      {"meets: [s]", "breaks: [s]"},
      {"uncovers: [n], ", ""},
      {"v + 1", "v + 2"},
      {"set: { v: v + 1 }, ", ""},
      {"when: v > 0", "when: v >= 0"},
      {"when: v > 3", "when: v > 4"},
      {"mood < -60", "mood < -61"},
      {"odds: 3", "odds: 2"},
      {"odds: 1, next: e", "odds: 1, next: a"},
      {"id: x", "id: z"},
      {"stage: first", "stage: second"},
      {"channel: phone", "channel: chat"},
      {"ending: resolved", "ending: lost"},
      {"variables: { v: 0 }", "variables: { v: 1 }"},
      {"says: Hello.", "says: Hello.\n    weight: 2"},
      {"says: Hello.", "says: Hello.\n    shuffle: false"},
      {"say: X", "say: X, once: true"},
      {"needs:", "id: other\nneeds:"},
  };
  for (const auto& [from, to] : changes) {
    INFO(from << " → " << to);
    CHECK(hash_with(from, to) != hash);
  }
}
