// Parts of a debrief on one small encounter, told from the outside: account, timeline, moments,
// voice, skills, advice, what-if. What holds for all encounters: debrief_laws_test.cpp.
#include "engine/debrief/debrief.h"

#include <catch2/catch.hpp>
#include <string>

#include "engine/debrief/what_if.h"
#include "tests/support/encounter.h"

namespace mot {
namespace {

using test::Encounter;

const Encounter& encounter() {
  static const Encounter made(R"(
standards:
  on-time: We are on time.
needs:
  baby: The baby sleeps under the leak.
moments:
  - id: call
    stage: first
    channel: phone
    touchpoint: The call
    expects: { empathy: 8 }
    says: It drips!
    thinks: Not again.
    responses:
      - { id: ask, say: "Who is with you?", delivers: { empathy: 9 }, uncovers: [baby], coach: Ask first., reply: The baby., next: when }
      - { id: form, say: Your name please., delivers: { empathy: 5 }, breaks: [on-time], reply: "My name?!", next: when }
  - id: when
    stage: second
    channel: phone
    touchpoint: A time
    expects: { responsiveness: 8 }
    acceptable_wait: 20
    says: When?
    responses:
      - { id: soon, say: Soon., delivers: { responsiveness: 6 }, coach: Soon is no time., next: end }
      - { id: ten, do: Send somebody now., wait: { minutes: 40, informed: true }, meets: [on-time], next: end }
      - { id: cot, when: knows(baby), say: "First we move the cot.", delivers: { responsiveness: 10 }, coach: The cot first., next: end }
  - { id: end, ending: resolved, says: Thanks. }
)");
  return made;
}

const UiStrings& english() {
  static const UiStrings words(std::string(MOT_SOURCE_DIR) + "/assets/lang", "en");
  return words;
}

struct Made {
  Debrief debrief;
  Scorecard card;
};

Made made_of(const Session& session,
             const NextChoices& next = {},
             const std::vector<Scorecard>& earlier = {},
             const Playthrough* playthrough = nullptr) {
  const PlayAnalysis analysis = analyse_play(session);
  REQUIRE(analysis.play);
  const Scorecard card = score(session, &analysis.play->session);
  const Playthrough own = session.playthrough();
  return {debrief({session, card, analysis, Reading(session.scenario(), "en"), english(),
                   playthrough != nullptr ? *playthrough : own, nullptr, earlier, next}),
          card};
}

}  // namespace

TEST_CASE("the account goes from the best within reach down to what was reached") {
  // Best: gaps +1, +2: D* = ½·1.5 + ¼·(2 + 2) = 1.75, so S = 0.2665 + 0.9418·8 + 0.9024·1.75^.88
  // = 9.28. After 'form' the best left is gaps −3, 0: D* = −0.75 − 0.75 = −1.5.
  const Made made = made_of(encounter().play({"call.form", "when.soon"}));
  const Account& account = *made.debrief.account;
  CHECK(account.best == 928);
  REQUIRE(account.steps.size() == 2);
  CHECK(account.best + account.lost == account.reached);
  CHECK(account.luck == 0);
  CHECK(account.reached == *made.card.satisfaction);
  CHECK(account.steps[0].choice < account.steps[1].choice);
  CHECK(account.turning_points.front() == 0);
}

TEST_CASE("an unfinished play's account ends at what is still within reach") {
  const Made made = made_of(encounter().play({"call.ask"}));
  CHECK_FALSE(made.debrief.account->complete);
  CHECK(made.debrief.account->reached == 928);
  CHECK(made.debrief.account->turning_points.empty());
  CHECK_FALSE(made.debrief.crowd);
  CHECK(made.debrief.voice.echoes.empty());
  CHECK(name_of(made.debrief.notices.front().kind) == "unfinished");
}

TEST_CASE("a moment shows what was said, expected, and what else could have been said") {
  const Made made = made_of(encounter().play({"call.form", "when.soon"}));
  const MomentReview& call = made.debrief.moments[0];
  CHECK(call.title == "The call");
  CHECK(call.said->text == "It drips!");
  CHECK(call.reply->text == "My name?!");
  CHECK(call.thoughts == std::vector<std::string>{"Not again."});
  CHECK(call.label == MomentLabel::misery);
  REQUIRE(call.dimensions.size() == 1);
  CHECK(call.dimensions[0].verdict == Verdict::missed);
  CHECK(call.dimensions[0].difference == -3);
  CHECK(call.chosen().id == "form");
  CHECK_FALSE(call.chosen().by_coach);
  CHECK(call.chosen().reason.find("Empathy") != std::string::npos);
  REQUIRE(call.best() != nullptr);
  CHECK(call.best()->id == "ask");
  CHECK(call.best()->reason == "Ask first.");
  CHECK(call.best()->reply == "The baby.");
  CHECK(call.best()->effect == "At once +1.00; in the end nothing is better.");
  REQUIRE(call.needs.size() == 1);
  CHECK_FALSE(call.needs[0].found);
  REQUIRE(call.standards.size() == 1);
  CHECK_FALSE(call.standards[0].met);
}

TEST_CASE("a response that a need would have opened is named with the need") {
  const Made missed = made_of(encounter().play({"call.form", "when.soon"}));
  REQUIRE(missed.debrief.moments[1].closed.size() == 1);
  CHECK(missed.debrief.moments[1].closed[0].text == "First we move the cot.");
  CHECK(missed.debrief.moments[1].closed[0].needs ==
        std::vector<std::string>{"The baby sleeps under the leak."});
  const Made found = made_of(encounter().play({"call.ask", "when.cot"}));
  CHECK(found.debrief.moments[1].closed.empty());
  CHECK(found.debrief.moments[0].needs.front().found);
}

TEST_CASE("a wait stands beside what was acceptable") {
  const Made made = made_of(encounter().play({"call.ask", "when.ten"}));
  REQUIRE(made.debrief.moments[1].wait);
  CHECK(made.debrief.moments[1].wait->minutes == 40);
  CHECK(made.debrief.moments[1].wait->acceptable == 20);
  CHECK(made.debrief.timeline.points[1].wait == 40);
  // Expected 8, 40 of 20 minutes: 8 + 4·(20 − 40)/20 = 4.
  CHECK(made.debrief.moments[1].dimensions[0].delivered == 4);
}

TEST_CASE("the timeline has stages, the peak, the end, and the best play beside it") {
  const Made made = made_of(encounter().play({"call.form", "when.soon"}));
  const Timeline& timeline = made.debrief.timeline;
  REQUIRE(timeline.bands.size() == 2);
  CHECK(timeline.bands[0].count == 1);
  CHECK(timeline.bands[1].first == 1);
  CHECK(*timeline.peak == 0);
  CHECK(*timeline.end == 1);
  REQUIRE(timeline.best.size() == 2);
  CHECK(timeline.best[0].place == 0);
  CHECK(timeline.best[1].place == 1);
  CHECK(*timeline.best[1].satisfaction > *timeline.points[1].satisfaction);
}

TEST_CASE("a customer who would not recommend quotes the worst moment, word for word") {
  const Made made = made_of(encounter().play({"call.form", "when.soon"}));
  const CustomersVoice& voice = made.debrief.voice;
  REQUIRE(voice.category == Category::detractor);
  REQUIRE(voice.echoes.size() == 3);
  CHECK(voice.echoes[0].text.find("“Your name please.”") != std::string::npos);
  CHECK(voice.echoes[2].text.find("Concerning “The call”") != std::string::npos);
  CHECK_FALSE(voice.by_author);
  CHECK_FALSE(voice.comment.empty());
  CHECK(voice.remembers.size() == 2);
}

TEST_CASE("the customer's words are the same for a seed, and vary between seeds") {
  const auto echo = [](std::uint32_t seed) {
    return made_of(encounter().play({"call.form", "when.soon"}, seed)).debrief.voice.echoes[0].text;
  };
  CHECK(echo(7) == echo(7));
  std::vector<std::string> seen;
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    const std::string text = echo(seed);
    if (std::find(seen.begin(), seen.end(), text) == seen.end()) seen.push_back(text);
  }
  CHECK(seen.size() > 15);
}

TEST_CASE("a prediction stands beside the answer") {
  const Session session = encounter().play({"call.ask", "when.cot"});
  Playthrough playthrough = session.playthrough();
  playthrough.prediction = 2;
  const Made made = made_of(session, {}, {}, &playthrough);
  CHECK(*made.debrief.voice.predicted == 2);
  CHECK(made.debrief.voice.prediction_text.find('2') != std::string::npos);
  playthrough.prediction = -1;
  CHECK(made_of(session, {}, {}, &playthrough).debrief.voice.prediction_text.empty());
}

TEST_CASE("confidence is held against how good the choice was") {
  Session session = encounter().play({"call.form"});
  session.note_confidence(Confidence::sure);
  const Made made = made_of(session);
  CHECK(made.debrief.moments[0].confidence_text ==
        "You were sure. That makes this one worth a second look.");
}

TEST_CASE("skills stand beside those of the latest earlier attempt that tested them") {
  const Made first = made_of(encounter().play({"call.form", "when.soon"}));
  const Made second = made_of(encounter().play({"call.ask", "when.cot"}), {}, {first.card});
  const SkillReview& empathy = second.debrief.skills.dimensions[3];
  CHECK(*empathy.now == 100);
  CHECK(*empathy.before == 0);
  CHECK_FALSE(second.debrief.skills.dimensions[4].now);
  CHECK(weakest(first.debrief.skills)->id == "empathy");
}

TEST_CASE("advice names a scenario in which the weakest skill is at stake, and why") {
  ScenarioGlance quick{"", "quick", "Quick", "hotel", 2, 0, false, 4, {0, 3, 0, 0, 0}, {}};
  ScenarioGlance warm{"", "warm", "Warm", "hotel", 2, 0, false, 4, {0, 0, 0, 4, 0}, {}};
  // Empathy was at its best; of responsiveness 4, 6 and 10 were on offer, and 6 was delivered.
  const Made made = made_of(encounter().play({"call.ask", "when.soon"}), {{warm, quick}, {}});
  REQUIRE(made.debrief.advice.next);
  CHECK(made.debrief.advice.next->id == "quick");
  CHECK(made.debrief.advice.next->reason ==
        "Responsiveness was your weakest here (33 of 100); there it is at stake in 3 of 4 "
        "decisions.");
  CHECK_FALSE(made.debrief.advice.tip.empty());
}

TEST_CASE("advice is to play the same one again after a bad result, or where there is no other") {
  const Made bad = made_of(encounter().play({"call.form", "when.ten"}));
  REQUIRE(bad.debrief.advice.next);
  CHECK(bad.debrief.advice.next->again);
  REQUIRE_FALSE(bad.debrief.advice.instead.empty());
  CHECK(bad.debrief.advice.instead[0].text == "At 1, “The call”, try: “Who is with you?”");
  CHECK(bad.debrief.advice.instead[0].reason == "Ask first.");
}

TEST_CASE("what-if takes the other response with the same luck, and leaves the original") {
  const Session session = encounter().play({"call.form", "when.soon"});
  const Result<Session> other = what_if(session, 0, encounter().response("call.ask"));
  REQUIRE(other);
  CHECK(other->turns().size() == 1);
  CHECK(test::place(*other) == "when");
  CHECK(session.turns().size() == 2);
  CHECK_FALSE(what_if(session, 2, encounter().response("call.ask")));
  CHECK_FALSE(what_if(session, 1, encounter().response("when.cot")));
  CHECK(back_to(session, 1)->turns().size() == 1);
}

}  // namespace mot
