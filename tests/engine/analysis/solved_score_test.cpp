#include "engine/analysis/solved_score.h"

#include <catch2/catch.hpp>

#include "engine/scenario/loader.h"

namespace mot {
namespace {

constexpr const char* kTwoDecisions = R"(mot: 1
id: two
title: Two
language: en
customer: { id: c, name: C, expects: { reliability: 8 } }
journey: { id: j, title: J, stages: [{ id: s, title: S }] }
moments:
  - id: a
    stage: s
    channel: phone
    touchpoint: A
    expects: [reliability]
    says: A?
    responses:
      - { id: good, say: Good., delivers: { reliability: 9 }, behaviours: [act], coach: Why., next: b }
      - { id: bad, say: Bad., delivers: { reliability: 5 }, coach: Why., next: b }
  - id: b
    stage: s
    channel: phone
    touchpoint: B
    expects: [reliability]
    says: B?
    responses:
      - { id: good, say: Good., delivers: { reliability: 9 }, coach: Why., next: end }
      - { id: bad, say: Bad., delivers: { reliability: 5 }, coach: Why., next: end }
  - { id: end, ending: resolved }
)";

Scorecard played(const char* first, const char* second) {
  DiagnosticSink sink;
  const auto scenario = load_scenario_text("two.yaml", kTwoDecisions, {}, sink).scenario;
  REQUIRE(scenario != nullptr);
  const Program program(*scenario);
  Session session(program, 1);
  REQUIRE(session.choose(std::string_view(first)));
  REQUIRE(session.choose(std::string_view(second)));
  return solved_score(session);
}

}  // namespace

TEST_CASE("best play scores 100, worst play 0, and every choice is graded") {
  const Scorecard best = played("a.good", "b.good");
  CHECK(*best.score == 100.0);
  CHECK(*best.best == 8.70);  // gap +1 throughout: the table of docs/model.md
  CHECK(best.moments[0].grade == Grade::best);
  CHECK(*best.behaviours[static_cast<std::size_t>(Behaviour::act)] == 100.0);
  const Scorecard worst = played("a.bad", "b.bad");
  CHECK(*worst.score == 0.0);
  CHECK(*worst.worst == worst.satisfaction.value() / 100.0);
  CHECK(worst.moments[0].grade == Grade::harmful);
  CHECK(*worst.behaviours[static_cast<std::size_t>(Behaviour::act)] == 0.0);
}

TEST_CASE("what was lost adds up") {
  const Scorecard card = played("a.bad", "b.good");
  double regret = 0;
  for (const MomentScore& moment : card.moments) regret += moment.value->regret;
  CHECK(regret == Approx(*card.best - *card.satisfaction / 100.0).margin(1e-9));
}

}  // namespace mot
