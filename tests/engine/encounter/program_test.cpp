// What is compiled; that it plays right is tested in step_test.cpp.
#include "engine/encounter/program.h"

#include <catch2/catch.hpp>
#include <string>

#include "engine/encounter/step.h"
#include "tests/support/encounter.h"

using mot::Program;
using mot::State;
using mot::test::Encounter;

namespace {

const Encounter& asking() {
  static const Encounter encounter(R"(
needs: { asked: N, silent: N }
variables: { n: 3, b: true }
leaves: [ { when: mood < -90, next: e }, { when: n > 9, next: e } ]
customer: { id: c, name: C, mood: -20, expects: { reliability: 8, responsiveness: 8, assurance: 8, empathy: 8, tangibles: 8 } }
moments:
  - id: hub
    says: H
    responses:
      - { id: one, say: O, once: true, uncovers: [silent], next: hub }
      - { id: two, say: O, uncovers: [asked], next: hub }
      - { id: three, say: O, when: chose(hub.two) and knows(asked), next: hub }
      - { id: on, say: O, next: a }
  - { id: a, stage: first, channel: phone, touchpoint: T, weight: 3, expects: [empathy], says: [ { when: visited(a), text: Again }, { text: S } ], responses: [ { id: x, say: X, delivers: { empathy: 9 }, next: e } ] }
  - { id: e, ending: resolved }
)");
  return encounter;
}

}  // namespace

TEST_CASE("a blank state has the customer's mood and the variables' starting values") {
  const State blank = asking().program().blank_state();
  CHECK(blank.place == mot::kNone);
  CHECK(blank.turn == 0);
  CHECK(blank.mood == -20);
  CHECK(blank.variables == std::vector<std::int32_t>{3, 1});
  CHECK(blank.ledger.empty());
}

TEST_CASE("bits are kept only for what a condition or once asks about, and for leaves") {
  const Program& program = asking().program();
  CHECK(program.visited_slot(asking().moment("a")) >= 0);
  CHECK(program.visited_slot(asking().moment("hub")) == -1);
  CHECK(program.chose_slot(asking().response("hub.one")) >= 0);
  CHECK(program.chose_slot(asking().response("hub.two")) >= 0);
  CHECK(program.chose_slot(asking().response("hub.three")) == -1);
  CHECK(program.need_slot(0) >= 0);
  CHECK(program.need_slot(1) == -1);
  // a, one, two, asked, two leaves.
  CHECK(program.slot_count() == 6);
}

TEST_CASE("a choice holds gap and weight of a scored moment, nothing of a free one") {
  const Program& program = asking().program();
  const Program::Choice& x = program.choice(asking().response("a.x"));
  CHECK(x.gap == 100);
  CHECK(x.weight == 3);
  CHECK(x.target == asking().moment("e"));
  CHECK_FALSE(x.has_rare);
  CHECK(program.choice(asking().response("hub.on")).weight == 0);
}

TEST_CASE("offers are one bit each in the order of the file, and agree with asking one by one") {
  const Program& program = asking().program();
  State state = asking().begin().state();
  CHECK(program.offers(state.place, state) == 0b1011);
  const auto no_fate = [](mot::MomentIndex, std::int32_t, std::int32_t) { return 0; };
  mot::step(program, state, asking().response("hub.one"), no_fate);
  CHECK(program.offers(state.place, state) == 0b1010);
  mot::step(program, state, asking().response("hub.two"), no_fate);
  CHECK(program.offers(state.place, state) == 0b1110);
  CHECK_FALSE(program.offered(asking().response("hub.one"), state));
  CHECK(program.offered(asking().response("hub.three"), state));
}

TEST_CASE("all thirty-two responses can be on offer") {
  std::string responses;
  for (int i = 0; i < 32; ++i) {
    responses +=
        "      - { id: r" + std::to_string(i) + ", say: X, delivers: { empathy: 8 }, next: e }\n";
  }
  const Encounter encounter(
      "moments:\n"
      "  - id: a\n    stage: first\n    channel: phone\n    touchpoint: T\n"
      "    expects: [empathy]\n    says: S\n    responses:\n" +
      responses + "  - { id: e, ending: resolved }\n");
  CHECK(encounter.program().offers(encounter.moment("a"), encounter.begin().state()) ==
        0xffffffffU);
  CHECK(encounter.begin().shown_offers().size() == 32);
}

TEST_CASE("a program knows the hash of its scenario") {
  CHECK(asking().program().content().size() == 64);
}
