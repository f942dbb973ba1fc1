#include "engine/encounter/session.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "tests/support/encounter.h"

using mot::ResponseIndex;
using mot::Session;
using mot::SessionStatus;
using mot::test::choose;
using mot::test::Encounter;
using mot::test::lines;
using mot::test::offers;
using mot::test::place;

namespace {

const Encounter& two_decisions() {
  static const Encounter encounter(R"(
variables: { said: false }
moments:
  - id: a
    stage: first
    channel: phone
    touchpoint: T
    expects: [empathy]
    says: Hello.
    responses:
      - { id: kind, say: K, delivers: { empathy: 9 }, set: { said: true }, reply: Thanks., next: hm }
      - { id: cold, say: C, delivers: { empathy: 3 }, reply: [ { when: mood < -10, text: Hmpf. }, { text: Fine. } ], next: hm }
      - { id: odd, say: O, delivers: { empathy: 8 }, next: luck }
  - { id: hm, says: Let me see., next: b }
  - { id: luck, chance: [ { odds: 1, next: b }, { odds: 1, next: hm } ] }
  - id: b
    says: [ { when: said, text: You said so. }, { text: What now. } ]
    responses:
      - { id: secret, say: S, when: said, next: e }
      - { id: on, say: O, next: e }
      - { id: out, say: O, next: e }
      - { id: off, say: O, next: e }
  - { id: e, ending: resolved }
)");
  return encounter;
}

std::string refusal(Session& session, std::string_view name) {
  const auto made = session.choose(name);
  return made ? "accepted" : made.error().message;
}

}  // namespace

TEST_CASE("a session begins at the first decision and waits") {
  const Session session = two_decisions().begin();
  CHECK(session.status() == SessionStatus::waiting);
  CHECK(place(session) == "a");
  CHECK(lines(session) == "Hello.");
  CHECK(session.turns().empty());
  CHECK(session.state().turn == 0);
}

TEST_CASE("a turn keeps what was on offer, said and changed") {
  Session session = two_decisions().begin();
  const mot::State before = session.state();
  REQUIRE(session.choose("a.kind", 2.5, true));
  REQUIRE(session.turns().size() == 1);
  const mot::Turn& turn = session.turns()[0];
  CHECK(turn.response == two_decisions().response("a.kind"));
  CHECK(turn.seconds == 2.5);
  CHECK(turn.timed_out);
  CHECK(turn.offers.size() == 3);
  CHECK(turn.fate.empty());
  CHECK(turn.before == before);
  CHECK(turn.after == session.state());
  CHECK(lines(session) == "Thanks. | Let me see. | You said so.");
}

TEST_CASE("a reply is chosen in the state after the choice") {
  CHECK(lines(two_decisions().play({"a.cold"})) == "Hmpf. | Let me see. | What now.");
}

TEST_CASE("a choice that cannot be made is refused with the reason and changes nothing") {
  Session session = two_decisions().begin();
  const mot::State before = session.state();
  CHECK(refusal(session, "a.polite") ==
        "'a.polite': there is no such response; on offer are kind, cold, odd");
  CHECK(refusal(session, "b.on") == "'b.on': the encounter is at 'a'");
  CHECK(refusal(session, "c.on") == "'c.on': there is no moment 'c'; the encounter is at 'a'");
  CHECK(refusal(session, "kind") == "'kind' is not of the form moment.response");
  CHECK(refusal(session, "") == "'' is not of the form moment.response");
  CHECK(session.choose(ResponseIndex{-1}).error().message == "there is no response number -1");
  CHECK(session.choose(ResponseIndex{99}).error().message == "there is no response number 99");
  CHECK(session.choose(two_decisions().response("b.on")).error().message ==
        "'b.on': the encounter is at 'a'");
  CHECK(session.state() == before);
  CHECK(session.turns().empty());

  choose(session, "a.cold");
  CHECK(refusal(session, "b.secret") ==
        "'b.secret' is not on offer now; on offer are on, out, off");
}

TEST_CASE("after the ending nothing can be chosen") {
  Session session = two_decisions().play({"a.kind", "b.on"});
  CHECK(session.status() == SessionStatus::ended);
  CHECK(session.offers().empty());
  CHECK(refusal(session, "b.on") == "the encounter has ended, at 'e'");
  CHECK(session.turns().size() == 2);
}

TEST_CASE("where nothing is on offer a session is stuck") {
  const Encounter encounter(R"(
moments:
  - { id: a, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: [ { id: on, say: O, delivers: { empathy: 8 }, next: b } ] }
  - { id: b, says: S, responses: [ { id: on, say: O, when: turn > 5, next: e } ] }
  - { id: e, ending: resolved }
)");
  Session session = encounter.play({"a.on"});
  CHECK(session.status() == SessionStatus::stuck);
  CHECK(refusal(session, "b.on") == "the encounter is over: at 'b' no response is on offer");
  CHECK_FALSE(session.playthrough().complete);
}

TEST_CASE("after 500 choices a session is exhausted") {
  const Encounter encounter(R"(
moments:
  - { id: a, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: [ { id: again, say: O, delivers: { empathy: 8 }, next: a }, { id: on, say: O, delivers: { empathy: 8 }, next: e } ] }
  - { id: e, ending: resolved }
)");
  Session session = encounter.begin();
  for (int i = 0; i < 499; ++i) choose(session, "a.again");
  CHECK(session.status() == SessionStatus::waiting);
  Session ended = session;
  choose(ended, "a.on");
  CHECK(ended.status() == SessionStatus::ended);
  choose(session, "a.again");
  CHECK(session.status() == SessionStatus::exhausted);
  CHECK(session.offers().empty());
  CHECK(refusal(session, "a.on") == "the encounter is over: 500 choices were made");
}

TEST_CASE("offers are shown in an order drawn from the seed, the same at every visit") {
  const Encounter& encounter = two_decisions();
  const Session session = encounter.play({"a.kind"});
  const std::vector<ResponseIndex> shown = session.shown_offers();
  CHECK(shown == encounter.play({"a.kind"}).shown_offers());
  CHECK(std::is_permutation(shown.begin(), shown.end(), session.offers().begin()));

  std::set<std::vector<ResponseIndex>> orders;
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    orders.insert(encounter.play({"a.kind"}, seed).shown_offers());
  }
  CHECK(orders.size() == 24);
}

TEST_CASE("what is hidden does not change the order of the rest") {
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    std::vector<ResponseIndex> with = two_decisions().play({"a.kind"}, seed).shown_offers();
    const ResponseIndex secret = two_decisions().response("b.secret");
    REQUIRE(std::erase(with, secret) == 1);
    CHECK(two_decisions().play({"a.cold"}, seed).shown_offers() == with);
  }
}

TEST_CASE("a moment that is not shuffled shows the order of the file") {
  const Encounter encounter(R"(
moments:
  - { id: a, shuffle: false, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: [ { id: x, say: O, delivers: { empathy: 8 }, next: e }, { id: y, say: O, delivers: { empathy: 8 }, next: e }, { id: z, say: O, delivers: { empathy: 8 }, next: e } ] }
  - { id: e, ending: resolved }
)");
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    const Session session = encounter.begin(seed);
    CHECK(session.shown_offers() == session.offers());
  }
}

TEST_CASE("rewinding brings back the state before a choice") {
  const Session before = two_decisions().play({"a.kind"});
  Session session = two_decisions().play({"a.kind", "b.on"});
  session.rewind(1);
  CHECK(session.state() == before.state());
  CHECK(session.turns() == before.turns());
  CHECK(session.status() == SessionStatus::waiting);
  session.rewind(1);
  CHECK(session.turns().size() == 1);
  session.rewind(0);
  CHECK(session.state() == two_decisions().begin().state());
}

TEST_CASE("fate is the same after rewinding, and does not depend on what was tried before") {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    const Session straight = two_decisions().play({"a.odd"}, seed);
    Session session = two_decisions().play({"a.kind", "b.on"}, seed);
    session.rewind(0);
    choose(session, "a.odd");
    CHECK(session.turns() == straight.turns());
  }
}

TEST_CASE("a copy of a session is a what-if") {
  const Session session = two_decisions().play({"a.kind"});
  Session other = session;
  choose(other, "b.on");
  CHECK(session.turns().size() == 1);
  CHECK(session.status() == SessionStatus::waiting);
}

TEST_CASE("a playthrough names what was chosen") {
  Session session = two_decisions().begin(42);
  REQUIRE(session.choose("a.odd", 1.5));
  REQUIRE(session.choose("b.on"));
  const mot::Playthrough played = session.playthrough();
  CHECK(played.scenario == "test");
  CHECK(played.content == two_decisions().program().content());
  CHECK(played.seed == 42);
  CHECK(played.complete);
  REQUIRE(played.choices.size() == 2);
  CHECK(played.choices[0].choice == "a.odd");
  CHECK(played.choices[0].seconds == 1.5);
  CHECK(played.choices[0].fate == session.turns()[0].fate);
  CHECK(played.choices[0].fate.size() == 1);
  CHECK(played.choices[1].choice == "b.on");
  CHECK(played.choices[1].fate.empty());
}
