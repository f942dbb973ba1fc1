#include "engine/records/attempt_score.h"

#include <catch2/catch.hpp>

#include "engine/analysis/solved_score.h"
#include "tests/support/encounter.h"

using mot::test::Encounter;

namespace {

/// Two moments of truth; answering well is worth something in both.
const std::string kBody =
    "needs: { why: She is in a hurry. }\nmoments:\n" +
    mot::test::call_moment(
        {"{ id: good, say: Yes, delivers: { empathy: 10 }, behaviours: [explore],"
         " uncovers: [why], next: b }",
         "{ id: bad, say: No, delivers: { empathy: 2 }, next: b }"}) +
    R"(  - id: b
    stage: second
    channel: phone
    touchpoint: The answer
    expects: [empathy, reliability]
    says: And?
    responses:
      - { id: good, say: Yes, delivers: { empathy: 9, reliability: 9 }, behaviours: [act], next: end }
      - { id: bad, say: No, delivers: { empathy: 3, reliability: 3 }, next: end }
      - { id: worse, say: Never, delivers: { empathy: 1, reliability: 1 }, next: end }
  - { id: end, ending: resolved }
)";

mot::ScenarioShelf shelf_of(const Encounter& encounter, int* loads = nullptr) {
  return mot::ScenarioShelf([&encounter, loads](const std::string& id) {
    if (loads != nullptr) ++*loads;
    // Not owned: the encounter outlives the shelf.
    return id == "test" ? std::shared_ptr<const mot::Scenario>(&encounter.scenario(), [](auto*) {})
                        : nullptr;
  });
}

}  // namespace

TEST_CASE("an attempt's score names what the scorecard counts") {
  const Encounter encounter(kBody);
  const mot::Session session = encounter.play({"a.good", "b.bad"});
  const mot::Scorecard card = solved_score(session);
  const mot::AttemptScore score = attempt_score(session, card);
  CHECK(score.ending == mot::EndingKind::resolved);
  CHECK(score.satisfaction == card.satisfaction);
  CHECK(score.score == card.score);
  CHECK(score.needs_found == std::vector<std::string>{"why"});
  REQUIRE(score.choices.size() == 2);
  const mot::ScoredChoice& first = score.choices[0];
  CHECK(first.grade == mot::Grade::best);
  CHECK(first.best == "good");
  CHECK(first.options == 2);
  CHECK(first.dimensions == bit(mot::Dimension::empathy));
  CHECK(first.behaviours == bit(mot::Behaviour::explore));
  const mot::ScoredChoice& second = score.choices[1];
  CHECK(second.gap == -500);
  CHECK(second.best == "good");
  CHECK(second.options == 3);
  CHECK(second.behaviours == bit(mot::Behaviour::act));
}

TEST_CASE("what the customer had answered without a moment is that with the moment met") {
  const Encounter encounter(kBody);
  const mot::Session session = encounter.play({"a.good", "b.bad"});
  const mot::AttemptScore score = attempt_score(session, solved_score(session));
  // Expectation 8. Gaps +2 and −5 as played; without the second, 2 and 0: D* = ½·1 + ¼·(2 + 0) = 1,
  // S = 8.70, L = 9. Without the first, 0 and −5: D* = −2.5 + … = −3.75, S = 4.22, L = 4.
  REQUIRE(score.choices[0].recommend_if_met);
  CHECK(*score.choices[0].recommend_if_met == 4);
  CHECK(*score.choices[1].recommend_if_met == 9);
}

TEST_CASE("a playthrough scored again has the same score, and its scenario is read once") {
  const Encounter encounter(kBody);
  int loads = 0;
  mot::ScenarioShelf shelf = shelf_of(encounter, &loads);
  for (const char* last : {"b.good", "b.bad", "b.worse"}) {
    const mot::Session session = encounter.play({"a.bad", last});
    const auto again = score_again(session.playthrough(), shelf);
    REQUIRE(again);
    CHECK(*again == attempt_score(session, solved_score(session)));
  }
  CHECK(loads == 1);
}

TEST_CASE("what cannot be scored again says why") {
  const Encounter encounter(kBody);
  mot::ScenarioShelf shelf = shelf_of(encounter);
  mot::Playthrough play = encounter.play({"a.bad", "b.bad"}).playthrough();
  play.content = std::string(64, '0');
  CHECK(score_again(play, shelf).error() == mot::Unscorable::changed);
  play = encounter.play({"a.bad", "b.bad"}).playthrough();
  play.choices[1].choice = "b.gone";
  CHECK(score_again(play, shelf).error() == mot::Unscorable::changed);
  play.scenario = "other";
  CHECK(score_again(play, shelf).error() == mot::Unscorable::no_scenario);
  play.model = 2;
  CHECK(score_again(play, shelf).error() == mot::Unscorable::other_model);
}
