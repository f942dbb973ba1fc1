// What a choice does, in order (docs/scenario_format.md), and all ways it may lead.
#include "engine/encounter/step.h"

#include <catch2/catch.hpp>
#include <cstdint>
#include <string>

#include "tests/support/encounter.h"

using mot::beginnings;
using mot::Session;
using mot::State;
using mot::successors;
using mot::test::choose;
using mot::test::Encounter;
using mot::test::lines;
using mot::test::offers;
using mot::test::place;
using mot::test::variable;

namespace {

/// A scored decision `id` with responses as given, each `{ id: …, …, next: … }`.
std::string scored(const std::string& id, const std::string& responses) {
  return "  - { id: " + id +
         ", stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S,\n"
         "      responses: [ " +
         responses + " ] }\n";
}

const std::string kGood = "say: G, delivers: { empathy: 10 }";
const std::string kBad = "say: B, delivers: { empathy: 1 }";

}  // namespace

TEST_CASE("a scored choice grows the turn, the ledger and the mood") {
  const Encounter encounter("moments:\n" + scored("a", "{ id: g, " + kGood + ", next: e }") +
                            "  - { id: e, ending: resolved }\n");
  const Session session = encounter.play({"a.g"});
  CHECK(session.state().turn == 1);
  CHECK(session.state().ledger.sum_gap == 200);
  CHECK(session.state().ledger.sum_weight == 1);
  CHECK(session.state().mood == 20);
  CHECK(place(session) == "e");
}

TEST_CASE("a free choice grows the turn only") {
  const Encounter encounter(
      "moments:\n"
      "  - { id: hub, says: H, responses: [ { id: on, say: O, next: a } ] }\n" +
      scored("a", "{ id: g, " + kGood + ", next: e }") + "  - { id: e, ending: resolved }\n");
  const Session session = encounter.play({"hub.on"});
  CHECK(session.state().turn == 1);
  CHECK(session.state().ledger.empty());
  CHECK(session.state().mood == 0);
}

TEST_CASE(
    "right-hand sides see this choice, its mood and need, and each other's values from before") {
  const Encounter encounter(
      "needs: { n: N }\n"
      "variables: { a: 1, b: 2, m: 0, t: 0, k: false, c: false }\n"
      "moments:\n" +
      scored("x", "{ id: g, " + kGood +
                      ", uncovers: [n], set: { a: b, b: a, m: mood, t: turn, k: knows(n), "
                      "c: chose(x.g) }, next: e }") +
      "  - { id: e, ending: resolved }\n");
  const Session session = encounter.play({"x.g"});
  CHECK(variable(session, "a") == 2);
  CHECK(variable(session, "b") == 1);
  CHECK(variable(session, "m") == 20);
  CHECK(variable(session, "t") == 1);
  CHECK(variable(session, "k") == 1);
  CHECK(variable(session, "c") == 1);
}

TEST_CASE("assignments in every form give the same values as their expressions") {
  const Encounter encounter(
      "variables: { a: 5, b: 7, t: false }\n"
      "moments:\n"
      "  - id: hub\n"
      "    says: H\n"
      "    responses:\n"
      "      - { id: number, say: O, set: { a: 3 }, next: hub }\n"
      "      - { id: copy, say: O, set: { a: b }, next: hub }\n"
      "      - { id: more, say: O, set: { a: a + 4 }, next: hub }\n"
      "      - { id: less, say: O, set: { a: b - 10 }, next: hub }\n"
      "      - { id: twice, say: O, set: { a: 2 * a }, next: hub }\n"
      "      - { id: truth, say: O, set: { t: true }, next: hub }\n"
      "      - { id: not, say: O, set: { t: not t }, next: hub }\n"
      "      - { id: on, say: O, next: a }\n" +
      scored("a", "{ id: g, " + kGood + ", next: e }") + "  - { id: e, ending: resolved }\n");
  const auto value_after = [&](std::string_view choice, std::string_view name) {
    return variable(encounter.play({choice}), name);
  };
  CHECK(value_after("hub.number", "a") == 3);
  CHECK(value_after("hub.copy", "a") == 7);
  CHECK(value_after("hub.more", "a") == 9);
  CHECK(value_after("hub.less", "a") == -3);
  CHECK(value_after("hub.twice", "a") == 10);
  CHECK(value_after("hub.truth", "t") == 1);
  CHECK(value_after("hub.not", "t") == 1);
  CHECK(variable(encounter.play({"hub.not", "hub.not"}), "t") == 0);
}

TEST_CASE("integers saturate, in short and in long expressions") {
  const Encounter encounter(
      "variables: { high: 2147483647, low: -2147483648 }\n"
      "moments:\n"
      "  - id: hub\n"
      "    says: H\n"
      "    responses:\n"
      "      - { id: up, say: O, set: { high: high + 1 }, next: hub }\n"
      "      - { id: down, say: O, set: { low: low - 1 }, next: hub }\n"
      "      - { id: far, say: O, set: { high: high * high, low: low - high }, next: hub }\n"
      "      - { id: turned, say: O, set: { low: -low }, next: hub }\n"
      "      - { id: on, say: O, next: a }\n" +
      scored("a", "{ id: g, " + kGood + ", next: e }") + "  - { id: e, ending: resolved }\n");
  constexpr std::int32_t kMost = 2147483647;
  CHECK(variable(encounter.play({"hub.up"}), "high") == kMost);
  CHECK(variable(encounter.play({"hub.down"}), "low") == -kMost - 1);
  CHECK(variable(encounter.play({"hub.far"}), "high") == kMost);
  CHECK(variable(encounter.play({"hub.far"}), "low") == -kMost - 1);
  CHECK(variable(encounter.play({"hub.turned"}), "low") == kMost);
}

TEST_CASE("conditions see the state in every form they are written in") {
  const Encounter encounter(
      "needs: { n: N }\n"
      "variables: { v: 3, t: true }\n"
      "moments:\n"
      "  - id: hub\n"
      "    says: H\n"
      "    shuffle: false\n"
      "    responses:\n"
      "      - { id: find, say: O, uncovers: [n], set: { v: v + 1 }, next: hub }\n"
      "      - { id: on, say: O, next: a }\n"
      "      - { id: lt, say: O, when: v < 4, next: hub }\n"
      "      - { id: le, say: O, when: v <= 3, next: hub }\n"
      "      - { id: eq, say: O, when: v == 3, next: hub }\n"
      "      - { id: ne, say: O, when: v != 3, next: hub }\n"
      "      - { id: gt, say: O, when: v > 3, next: hub }\n"
      "      - { id: ge, say: O, when: v >= 4, next: hub }\n"
      "      - { id: b, say: O, when: t, next: hub }\n"
      "      - { id: nb, say: O, when: not t, next: hub }\n"
      "      - { id: sw, say: O, when: 4 > v, next: hub }\n"
      "      - { id: kn, say: O, when: knows(n), next: hub }\n"
      "      - { id: nk, say: O, when: not knows(n), next: hub }\n"
      "      - { id: ch, say: O, when: chose(hub.find), next: hub }\n"
      "      - { id: vi, say: O, when: visited(hub), next: hub }\n"
      "      - { id: va, say: O, when: visited(a), next: hub }\n"
      "      - { id: t0, say: O, when: turn == 0, next: hub }\n"
      "      - { id: mo, say: O, when: mood >= 0, next: hub }\n"
      "      - { id: ms, say: O, when: mood < -5, next: hub }\n"
      "      - { id: or, say: O, when: v == 4 or not t, next: hub }\n" +
      scored("a", "{ id: g, " + kGood + ", next: e }") + "  - { id: e, ending: resolved }\n");
  Session session = encounter.begin();
  CHECK(offers(session) == "find on lt le eq b sw nk vi t0 mo");
  choose(session, "hub.find");
  CHECK(offers(session) == "find on ne gt ge b kn ch vi mo or");
}

TEST_CASE("a response with once is offered until it was chosen, also where it has a condition") {
  const Encounter encounter(
      "variables: { v: 0 }\n"
      "moments:\n"
      "  - id: hub\n"
      "    says: [ { when: visited(hub), text: And else }, { text: Good day } ]\n"
      "    responses:\n"
      "      - { id: one, say: O, once: true, set: { v: v + 1 }, next: hub }\n"
      "      - { id: two, say: O, once: true, when: v > 0, next: hub }\n"
      "      - { id: on, say: O, next: a }\n" +
      scored("a", "{ id: g, " + kGood + ", next: e }") + "  - { id: e, ending: resolved }\n");
  Session session = encounter.begin();
  CHECK(offers(session) == "one on");
  CHECK(lines(session) == "Good day");
  choose(session, "hub.one");
  CHECK(offers(session) == "two on");
  CHECK(lines(session) == "And else");
  choose(session, "hub.two");
  CHECK(offers(session) == "on");
  CHECK(session.choose("hub.two").error().message ==
        "'hub.two' is not on offer now; on offer are on");
}

TEST_CASE("the first route whose condition holds is taken, by responses and by lines") {
  const Encounter encounter(
      "variables: { v: 0 }\n"
      "moments:\n"
      "  - id: hub\n"
      "    says: H\n"
      "    responses:\n"
      "      - { id: add, say: O, set: { v: v + 1 }, next: hub }\n"
      "      - { id: on, say: O, next: [ { when: v > 1, go: high }, { when: v > 0, go: line }, "
      "{ go: low } ] }\n"
      "  - { id: line, says: L, next: [ { when: turn > 2, go: late }, { go: soon } ] }\n" +
      scored("high", "{ id: g, " + kGood + ", next: e }") +
      scored("low", "{ id: g, " + kGood + ", next: e }") +
      scored("late", "{ id: g, " + kGood + ", next: e }") +
      scored("soon", "{ id: g, " + kGood + ", next: e }") + "  - { id: e, ending: resolved }\n");
  CHECK(place(encounter.play({"hub.on"})) == "low");
  CHECK(place(encounter.play({"hub.add", "hub.on"})) == "soon");
  CHECK(place(encounter.play({"hub.add", "hub.add", "hub.on"})) == "high");
}

TEST_CASE(
    "a customer leaves in the order of the file, each way once, and before next is followed") {
  const Encounter encounter(
      "variables: { n: 0 }\n"
      "leaves:\n"
      "  - { when: n >= 2, next: warned }\n"
      "  - { when: n >= 2, next: manager }\n"
      "  - { when: n >= 4, next: gone }\n"
      "moments:\n"
      "  - { id: hub, says: H, responses: [ { id: annoy, say: O, set: { n: n + 1 }, reply: Oh!, "
      "next: a }, { id: on, say: O, next: a } ] }\n" +
      scored("a", "{ id: annoy, " + kBad + ", set: { n: n + 1 }, reply: Oh!, next: a }, { id: g, " +
                      kGood + ", next: e }") +
      "  - { id: warned, says: I warn you., next: a }\n" +
      scored("manager", "{ id: annoy, " + kBad + ", set: { n: n + 1 }, next: manager }") +
      "  - { id: e, ending: resolved, says: Bye. }\n"
      "  - { id: gone, ending: lost, says: I am off. }\n");
  Session session = encounter.play({"hub.on", "a.annoy"});
  CHECK(place(session) == "a");
  choose(session, "a.annoy");
  CHECK(lines(session) == "Oh! | I warn you. | S");
  choose(session, "a.annoy");
  // The first was used up, so the second holds now; the third holds later.
  CHECK(place(session) == "manager");
  CHECK(lines(session) == "Oh! | S");
  choose(session, "manager.annoy");
  CHECK(place(session) == "gone");
}

TEST_CASE("nobody leaves before the first scored choice, and a leave goes before an ending") {
  const Encounter encounter(
      "leaves: [ { when: turn >= 1, next: gone } ]\n"
      "moments:\n"
      "  - { id: hub, says: H, responses: [ { id: on, say: O, next: a } ] }\n" +
      scored("a", "{ id: g, " + kGood + ", next: e }") +
      "  - { id: e, ending: resolved }\n"
      "  - { id: gone, ending: lost }\n");
  CHECK(place(encounter.play({"hub.on"})) == "a");
  CHECK(place(encounter.play({"hub.on", "a.g"})) == "gone");
}

TEST_CASE("all ways a choice may lead are listed in the order of the branches, with their odds") {
  const Encounter encounter(
      "moments:\n" + scored("a", "{ id: g, " + kGood + ", next: f }") +
      "  - { id: f, chance: [ { odds: 3, next: b }, { odds: 1, next: f2 } ] }\n"
      "  - { id: f2, chance: [ { odds: 1, next: c }, { odds: 1, next: b }, { odds: 2, next: e } ] "
      "}\n"
      "  - { id: b, says: S, responses: [ { id: on, say: O, next: e } ] }\n"
      "  - { id: c, says: S, responses: [ { id: on, say: O, next: e } ] }\n"
      "  - { id: e, ending: resolved }\n");
  const State start = encounter.begin().state();
  const auto ways = successors(encounter.program(), start, encounter.response("a.g"));
  REQUIRE(ways.size() == 4);
  CHECK(ways[0].probability == 0.75);
  CHECK(ways[1].probability == 0.0625);
  CHECK(ways[2].probability == 0.0625);
  CHECK(ways[3].probability == 0.125);
  CHECK(ways[0].state.place == encounter.moment("b"));
  CHECK(ways[1].state.place == encounter.moment("c"));
  CHECK(ways[2].state.place == encounter.moment("b"));
  CHECK(ways[3].state.place == encounter.moment("e"));
  CHECK(ways[0].state == ways[2].state);
  for (const auto& way : ways) CHECK(way.state.turn == 1);

  const auto only = successors(encounter.program(), ways[0].state, encounter.response("b.on"));
  REQUIRE(only.size() == 1);
  CHECK(only[0].probability == 1.0);
}

TEST_CASE("fate may come before the first choice") {
  const Encounter encounter(
      "start: f\n"
      "moments:\n"
      "  - { id: f, chance: [ { odds: 1, next: a }, { odds: 1, next: l } ] }\n"
      "  - { id: l, says: L, next: a }\n" +
      scored("a", "{ id: g, " + kGood + ", when: not visited(l), next: e }, { id: h, " + kGood +
                      ", next: e }") +
      "  - { id: e, ending: resolved }\n");
  const auto ways = beginnings(encounter.program());
  REQUIRE(ways.size() == 2);
  CHECK(ways[0].probability == 0.5);
  CHECK(encounter.program().offers(ways[0].state.place, ways[0].state) == 0b11);
  CHECK(encounter.program().offers(ways[1].state.place, ways[1].state) == 0b10);
}

TEST_CASE("a session's fate is one of the ways") {
  const Encounter encounter(
      "moments:\n" + scored("a", "{ id: g, " + kGood + ", next: f }") +
      "  - { id: f, chance: [ { odds: 3, next: b }, { odds: 1, next: e } ] }\n"
      "  - { id: b, says: S, responses: [ { id: on, say: O, next: e } ] }\n"
      "  - { id: e, ending: resolved }\n");
  int first = 0;
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    const Session session = encounter.play({"a.g"}, seed);
    REQUIRE(session.turns().back().fate.size() == 1);
    const int branch = session.turns().back().fate[0];
    CHECK(place(session) == (branch == 0 ? "b" : "e"));
    first += branch == 0 ? 1 : 0;
  }
  // 300 of 400 are expected; the standard deviation is 8.7.
  CHECK(first > 265);
  CHECK(first < 335);
}
