#include "engine/encounter/view.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "engine/customer/satisfaction.h"
#include "engine/scenario/reading.h"
#include "tests/support/encounter.h"

using mot::EncounterView;
using mot::Feeling;
using mot::Reading;
using mot::Session;
using mot::StageView;
using mot::test::choose;
using mot::test::Encounter;

namespace {

const Encounter& staged() {
  static const Encounter encounter(R"(
scene: hotel-reception
cast: { boss: { name: The boss } }
moments:
  - id: a
    stage: first
    channel: phone
    touchpoint: The call
    expects: [empathy]
    says: Hello.
    feels: anxious
    thinks: Oh dear.
    hint: Be kind.
    time_limit: 30
    on_timeout: cold
    responses:
      - { id: kind, do: Smile., delivers: { empathy: 10 }, reply: Thanks., feels: relieved, thinks: How nice., next: passing }
      - { id: cold, say: C, delivers: { empathy: 2 }, reply: [ { when: turn > 9, text: No., feels: angry }, { text: Well., thinks: Not nice. } ], next: passing }
      - { id: mute, say: M, delivers: { empathy: 8 }, thinks: No answer., next: passing }
  - { id: passing, stage: second, scene: lift, says: I am the boss., speaker: boss, feels: pleased, next: b }
  - id: b
    scene: cabin
    says: [ { when: mood > 0, text: Good., speaker: boss }, { text: Now what., feels: confused } ]
    feels: neutral
    responses:
      - { id: on, say: O, next: e }
      - { id: out, say: O, next: f }
  - { id: e, stage: third, ending: resolved, says: Bye. }
  - { id: f, ending: lost }
)");
  return encounter;
}

EncounterView view_of(const Session& session) {
  return mot::view(session, Reading(session.scenario(), ""));
}

std::vector<StageView::Progress> progress(const EncounterView& view) {
  std::vector<StageView::Progress> all;
  for (const StageView& stage : view.stages) all.push_back(stage.progress);
  return all;
}

constexpr auto kDone = StageView::Progress::done;
constexpr auto kCurrent = StageView::Progress::current;
constexpr auto kAhead = StageView::Progress::ahead;

}  // namespace

TEST_CASE("the opening shows place, offers and limits") {
  const EncounterView view = view_of(staged().begin());
  CHECK(view.status == mot::SessionStatus::waiting);
  REQUIRE(view.lines.size() == 1);
  CHECK(view.lines[0].text == "Hello.");
  CHECK(view.lines[0].feeling == Feeling::anxious);
  CHECK(view.lines[0].thought == "Oh dear.");
  CHECK(view.lines[0].speaker.empty());
  CHECK(view.lines[0].speaker_name == "Somebody");
  CHECK(view.lines[0].speaker_role == "Guest");
  CHECK(view.lines[0].scene == "hotel-reception");
  CHECK(view.scene == "hotel-reception");
  CHECK(view.touchpoint == "The call");
  CHECK(view.channel == mot::Channel::phone);
  CHECK(view.hint == "Be kind.");
  CHECK(view.time_limit == 30);
  CHECK(view.on_timeout == staged().response("a.cold"));
  CHECK(view.offers.size() == 3);
  CHECK(view.mood == 0);
  CHECK(view.turn == 0);
  CHECK_FALSE(view.satisfaction);
  CHECK_FALSE(view.ending);
}

TEST_CASE("offers say whether something is done or said") {
  for (const mot::OfferView& offer : view_of(staged().begin()).offers) {
    const bool kind = offer.response == staged().response("a.kind");
    CHECK(offer.is_action == kind);
    if (kind) CHECK(offer.text == "Smile.");
  }
}

TEST_CASE("a line's face is its variant's, else its moment's, else the mood's") {
  const EncounterView kind = view_of(staged().play({"a.kind"}));
  REQUIRE(kind.lines.size() == 3);
  CHECK(kind.lines[0].feeling == Feeling::relieved);  // the response's
  CHECK(kind.lines[2].feeling == Feeling::neutral);   // the moment's, though the mood is good
  const EncounterView cold = view_of(staged().play({"a.cold"}));
  REQUIRE(cold.lines.size() == 3);
  CHECK(cold.mood == -30);
  CHECK(cold.lines[0].feeling == Feeling::annoyed);   // the mood's
  CHECK(cold.lines[2].feeling == Feeling::confused);  // the variant's
}

TEST_CASE("a line's speaker is its variant's, else its moment's, else the customer") {
  const EncounterView kind = view_of(staged().play({"a.kind"}));
  CHECK(kind.lines[0].speaker.empty());
  CHECK(kind.lines[1].speaker == "boss");
  CHECK(kind.lines[1].speaker_name == "The boss");
  CHECK(kind.lines[1].speaker_role.empty());
  CHECK(kind.lines[2].speaker == "boss");
  CHECK(view_of(staged().play({"a.cold"})).lines[2].speaker.empty());
}

TEST_CASE("a thought comes with its variant, else with its response or moment") {
  CHECK(view_of(staged().play({"a.kind"})).lines[0].thought == "How nice.");
  CHECK(view_of(staged().play({"a.cold"})).lines[0].thought == "Not nice.");
  CHECK(view_of(staged().play({"a.cold"})).lines[1].thought.empty());
}

TEST_CASE("what is only thought is kept but not shown as a line") {
  const Session session = staged().play({"a.mute"});
  const EncounterView view = view_of(session);
  REQUIRE(view.lines.size() == 2);
  CHECK(view.lines[0].text == "I am the boss.");
  const Reading reading(session.scenario(), "");
  const auto thought = mot::line_view(session.scenario(), session.turns()[0].lines[0], reading);
  CHECK(thought.text.empty());
  CHECK(thought.thought == "No answer.");
  CHECK(thought.reply_to == staged().response("a.mute"));
}

TEST_CASE("each line has the scene of its moment, a reply that of its response's moment") {
  const EncounterView view = view_of(staged().play({"a.kind"}));
  CHECK(view.lines[0].scene == "hotel-reception");
  CHECK(view.lines[0].reply_to == staged().response("a.kind"));
  CHECK(view.lines[1].scene == "lift");
  CHECK(view.lines[2].scene == "cabin");
  CHECK(view.scene == "cabin");
}

TEST_CASE("the current stage is the last one seen and those before it are done") {
  CHECK(progress(view_of(staged().begin())) == std::vector{kCurrent, kAhead, kAhead});
  // The decision has no stage, the line before it has.
  const EncounterView middle = view_of(staged().play({"a.kind"}));
  CHECK(middle.stage == 1);
  CHECK(progress(middle) == std::vector{kDone, kCurrent, kAhead});
  CHECK(view_of(staged().play({"a.kind", "b.on"})).stage == 2);
  CHECK(view_of(staged().play({"a.kind", "b.out"})).stage == 1);
}

TEST_CASE("an ending is shown with its kind and without offers, and may be without words") {
  const EncounterView end = view_of(staged().play({"a.kind", "b.on"}));
  CHECK(end.status == mot::SessionStatus::ended);
  CHECK(end.ending == mot::EndingKind::resolved);
  CHECK(end.offers.empty());
  CHECK(end.time_limit == 0);
  REQUIRE(end.lines.size() == 1);
  CHECK(end.lines[0].text == "Bye.");
  const EncounterView silent = view_of(staged().play({"a.kind", "b.out"}));
  CHECK(silent.ending == mot::EndingKind::lost);
  CHECK(silent.lines.empty());
}

TEST_CASE("satisfaction so far follows the ledger") {
  const EncounterView view = view_of(staged().play({"a.kind"}));
  mot::Ledger ledger;
  mot::remember(ledger, 1, 200);
  REQUIRE(view.satisfaction);
  CHECK(*view.satisfaction == mot::csat(mot::satisfaction(800, ledger) / 100.0));
}

TEST_CASE("earlier views can be asked for at any time") {
  const Session session = staged().play({"a.kind", "b.on"});
  const Reading reading(session.scenario(), "");
  const EncounterView opening = mot::view_at(session, 0, reading);
  CHECK(opening.status == mot::SessionStatus::waiting);
  CHECK(opening.lines[0].text == "Hello.");
  CHECK(opening.offers.size() == 3);
  CHECK(opening.stage == 0);
  const EncounterView middle = mot::view_at(session, 1, reading);
  CHECK(middle.lines.back().text == "Good.");
  CHECK(middle.turn == 1);
  CHECK(mot::view_at(session, 2, reading).ending == mot::EndingKind::resolved);
}
