#include "tests/support/debriefed.h"

#include <catch2/catch.hpp>
#include <string>

namespace mot::test {

const Encounter& leak() {
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

Debriefed debriefed(const Session& session,
                    const NextChoices& next,
                    const std::vector<Scorecard>& earlier,
                    const Playthrough* playthrough) {
  const PlayAnalysis analysis = analyse_play(session);
  REQUIRE(analysis.play);
  const Scorecard card = score(session, &analysis.play->session);
  const Playthrough own = session.playthrough();
  return {debrief({session, card, analysis, Reading(session.scenario(), "en"), english(),
                   playthrough != nullptr ? *playthrough : own, nullptr, earlier, next}),
          card};
}

}  // namespace mot::test
