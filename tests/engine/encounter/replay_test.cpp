// Playing a playthrough again, also in a scenario that has changed meanwhile.
#include <catch2/catch.hpp>
#include <string>

#include "engine/encounter/session.h"
#include "tests/support/encounter.h"

using mot::Playthrough;
using mot::Replay;
using mot::replay;
using mot::Result;
using mot::Session;
using mot::test::Encounter;
using mot::test::place;

namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

const std::string kScenario = R"(
moments:
  - { id: sky, chance: [ { odds: 1, next: a }, { odds: 1, next: rain } ] }
  - { id: rain, says: It rains., next: a }
  - id: a
    stage: first
    channel: phone
    touchpoint: T
    expects: [empathy]
    says: S
    responses:
      - { id: x, say: X, delivers: { empathy: 8 }, next: luck }
      - { id: y, say: Y, delivers: { empathy: 5 }, next: b }
  - { id: luck, chance: [ { odds: 1, next: b }, { odds: 1, next: c }, { odds: 1, next: e } ] }
  - { id: b, says: S, responses: [ { id: on, say: O, next: c } ] }
  - { id: c, says: S, responses: [ { id: on, say: O, next: e }, { id: back, say: O, next: b } ] }
  - { id: e, ending: resolved }
)";

const Encounter& scenario() {
  static const Encounter encounter(kScenario);
  return encounter;
}

/// Played with fate as recorded, whatever the seed would have drawn.
Playthrough played() {
  Playthrough made;
  made.scenario = "test";
  made.content = scenario().program().content();
  made.seed = 3;
  made.opening_fate = {1};
  made.choices = {{"a.x", 1.5, false, {1}},
                  {"c.back", -1, true, {}},
                  {"b.on", 2, false, {}},
                  {"c.on", 3, false, {}}};
  made.complete = true;
  return made;
}

Replay again(const Encounter& encounter, const Playthrough& playthrough) {
  Result<Replay> made = replay(encounter.program(), playthrough);
  REQUIRE(made);
  return std::move(*made);
}

std::string divergence(const Replay& replayed) {
  if (!replayed.diverged_at) return "none";
  return std::to_string(*replayed.diverged_at) + ": " + replayed.reason;
}

}  // namespace

TEST_CASE("a replay comes to where the playthrough was, with its times and fate") {
  const Replay replayed = again(scenario(), played());
  CHECK(divergence(replayed) == "none");
  CHECK_FALSE(replayed.content_changed);
  CHECK(replayed.session.playthrough() == played());
  CHECK(replayed.session.turns()[1].timed_out);
}

TEST_CASE("a replay keeps how sure the trainee was of each choice") {
  Playthrough one = played();
  one.choices[0].confidence = mot::Confidence::sure;
  one.choices[1].confidence = mot::Confidence::unsure;
  CHECK(again(scenario(), one).session.playthrough() == one);
}

TEST_CASE("recorded fate goes before what the seed would draw") {
  for (const int branch : {0, 1, 2}) {
    Playthrough one = played();
    one.choices = {{"a.x", -1, false, {branch}}};
    one.complete = false;
    for (const int sky : {0, 1}) {
      one.opening_fate = {sky};
      const Replay replayed = again(scenario(), one);
      CHECK(divergence(replayed) == "none");
      CHECK(place(replayed.session) == (branch == 0 ? "b" : branch == 1 ? "c" : "e"));
      CHECK(replayed.session.opening().size() == (sky == 0 ? 1 : 2));
    }
  }
}

TEST_CASE("fate after the recorded choices is drawn from the seed as if never saved") {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    const Session straight = scenario().play({"a.x"}, seed);
    Replay replayed = again(scenario(), scenario().begin(seed).playthrough());
    mot::test::choose(replayed.session, "a.x");
    CHECK(replayed.session.turns() == straight.turns());
  }
}

TEST_CASE("a choice that is gone ends the replay before it, with the reason") {
  const Encounter changed(replaced(kScenario, "id: back", "id: home"));
  const Replay replayed = again(changed, played());
  CHECK(divergence(replayed) == "1: 'c.back': there is no such response; on offer are on, home");
  CHECK(replayed.content_changed);
  CHECK(replayed.session.turns().size() == 1);
  CHECK(place(replayed.session) == "c");
}

TEST_CASE("a choice that is not on offer any more ends the replay") {
  const Encounter changed(replaced(kScenario, "{ id: back,", "{ id: back, when: turn > 1,"));
  CHECK(divergence(again(changed, played())) == "1: 'c.back' is not on offer any more");
}

TEST_CASE("a way that leads elsewhere now ends the replay at the next choice") {
  const Encounter changed(
      replaced(kScenario, "id: back, say: O, next: b", "id: back, say: O, next: a"));
  CHECK(divergence(again(changed, played())) == "2: 'b.on': the encounter is at 'a'");
  const Encounter shorter(
      replaced(kScenario, "id: back, say: O, next: b", "id: back, say: O, next: e"));
  CHECK(divergence(again(shorter, [] {
          Playthrough one = played();
          one.choices.resize(3);
          return one;
        }())) == "2: the encounter has ended, at 'e'");
}

TEST_CASE("fate that is decided more or less often, or has lost its branch, ends the replay") {
  const Encounter sure(replaced(replaced(kScenario, "next: luck", "next: c"),
                                "{ empathy: 5 }, next: b", "{ empathy: 5 }, next: luck"));
  CHECK(divergence(again(sure, played())) ==
        "0: after 'a.x' fate decided 1 times there, now 0 times");
  CHECK(again(sure, played()).session.turns().empty());

  Playthrough late = played();
  late.choices[0].fate = {2};
  const Encounter fewer(replaced(kScenario, ", { odds: 1, next: e } ]", " ]"));
  CHECK(divergence(again(fewer, late)) == "0: after 'a.x' fate took a branch there that is gone");

  Playthrough unborn = played();
  unborn.opening_fate = {};
  CHECK(divergence(again(scenario(), unborn)) ==
        "0: before it, fate decided 0 times there, now 1 times");
}

TEST_CASE("an encounter that ended and now goes on has diverged after its last choice") {
  const Encounter longer(
      replaced(kScenario, "{ id: on, say: O, next: e }", "{ id: on, say: O, next: a }"));
  Playthrough one = played();
  CHECK(divergence(again(longer, one)) == "4: it ended there, now it goes on");
}

TEST_CASE("a changed meaning is said even where all choices still fit") {
  const Encounter changed(replaced(kScenario, "empathy: 5", "empathy: 6"));
  const Replay replayed = again(changed, played());
  CHECK(divergence(replayed) == "none");
  CHECK(replayed.content_changed);
  const Encounter reworded(replaced(kScenario, "It rains.", "It pours."));
  CHECK_FALSE(again(reworded, played()).content_changed);
}

TEST_CASE("a playthrough written by hand may leave fate out") {
  Playthrough by_hand;
  by_hand.scenario = "test";
  by_hand.seed = 3;
  by_hand.choices = {{"a.x", -1, false, {}}};
  const Replay replayed = again(scenario(), by_hand);
  CHECK(divergence(replayed) == "none");
  CHECK_FALSE(replayed.content_changed);
  CHECK(replayed.session.turns() == scenario().play({"a.x"}, 3).turns());
}

TEST_CASE("a playthrough of another scenario or a later model is refused") {
  Playthrough other = played();
  other.scenario = "other";
  CHECK(replay(scenario().program(), other).error().message ==
        "this is a playthrough of 'other', not of 'test'");
  Playthrough later = played();
  later.model = 2;
  CHECK(
      replay(scenario().program(), later).error().message ==
      "this playthrough was made with version 2 of the model; this program knows versions up to 1");
}
