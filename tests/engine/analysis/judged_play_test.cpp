// What a crowd takes from one play: its scored moments, and what is remembered of them.
#include "engine/analysis/judged_play.h"

#include <catch2/catch.hpp>

#include "tests/support/encounter.h"

namespace mot {
namespace {

const test::Encounter& encounter() {
  static const test::Encounter made(R"(
moments:
  - { id: one, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: [ { id: good, say: O, delivers: { empathy: 10 }, next: talk }, { id: poor, say: O, delivers: { empathy: 3 }, next: talk } ] }
  - { id: talk, says: S, responses: [ { id: on, say: O, next: two } ] }
  - { id: two, stage: second, channel: phone, touchpoint: T, weight: 3, expects: [reliability], says: S, responses: [ { id: good, say: O, delivers: { reliability: 9 }, next: e }, { id: poor, say: O, delivers: { reliability: 6 }, next: e } ] }
  - { id: e, ending: resolved }
)");
  return made;
}

}  // namespace

TEST_CASE("a judged play has the scored choices in their order, and the session's ledger") {
  const Session session = encounter().play({"one.poor", "talk.on", "two.good"});
  const JudgedPlay play = judged_play(session);
  REQUIRE(play.moments.size() == 2);
  CHECK(play.moments[0].moment == encounter().moment("one"));
  CHECK(play.moments[1].moment == encounter().moment("two"));
  CHECK(play.moments[0].gap < 0);
  CHECK(play.moments[1].gap > 0);
  CHECK(play.moments[1].weight > play.moments[0].weight);
  CHECK(play.expectation == 800);
  CHECK(ledger_of(play) == session.state().ledger);
}

TEST_CASE("had a moment just met expectation, it would weigh as before and cost nothing") {
  const JudgedPlay play = judged_play(encounter().play({"one.poor", "talk.on", "two.good"}));
  const Ledger met = ledger_with_met(play, 0);
  CHECK(met.sum_weight == ledger_of(play).sum_weight);
  CHECK(met.sum_gap == play.moments[1].weight * play.moments[1].gap);
  CHECK(met.lowest == 0);
  CHECK(met.last == play.moments[1].gap);
}

TEST_CASE("who expects more remembers what the ledger of smaller gaps says") {
  for (const auto& choices :
       {std::initializer_list<std::string_view>{"one.poor", "talk.on", "two.good"},
        {"one.good", "talk.on", "two.poor"},
        {"one.good", "talk.on", "two.good"}}) {
    const JudgedPlay play = judged_play(encounter().play(choices));
    const ShiftedMemory memory(ledger_of(play));
    for (const int shift : {-300, -100, 0, 50, 100, 400}) {
      Ledger shifted;
      for (const JudgedMoment& moment : play.moments) {
        remember(shifted, moment.weight, moment.gap - shift);
      }
      INFO("shift " << shift);
      CHECK(memory.remembered_gap(shift / 100.0) ==
            Approx(remembered_gap(shifted).points()).margin(1e-12));
    }
  }
}

}  // namespace mot
