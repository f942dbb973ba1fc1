#include "engine/outcome/scorecard.h"

#include <catch2/catch.hpp>
#include <vector>

#include "tests/support/encounter.h"

using mot::Behaviour;
using mot::Dimension;
using mot::Grade;
using mot::grade_of;
using mot::score;
using mot::Scorecard;
using mot::Session;
using mot::SolvedSession;
using mot::test::Encounter;

namespace {

const Encounter& scored() {
  static const Encounter encounter(R"(
needs: { baby: B, cat: C, dog: D }
standards: { s1: S, s2: S, s3: S }
variables: { open: false }
moments:
  - id: hub
    says: H
    responses:
      - { id: ask, say: A, once: true, behaviours: [explore], uncovers: [cat], set: { open: true }, next: hub }
      - { id: on, say: O, next: a }
  - id: a
    stage: first
    channel: phone
    touchpoint: T
    weight: 2
    expects: { responsiveness: 8, empathy: { level: 7, kind: must-be } }
    says: S
    responses:
      - { id: best, say: X, delivers: { responsiveness: 9, empathy: 9 }, behaviours: [explore, act], meets: [s1, s2], uncovers: [baby], next: b }
      - { id: fair, say: X, delivers: { responsiveness: 7, empathy: 5 }, behaviours: [act], meets: [s1], next: b }
      - { id: worst, say: X, delivers: { responsiveness: 3, empathy: 4 }, breaks: [s2], next: b }
      - { id: hidden, say: X, when: open, delivers: { responsiveness: 1, empathy: 1 }, next: b }
  - id: b
    stage: second
    channel: visit
    touchpoint: T
    expects: [empathy]
    says: S
    responses:
      - { id: yes, say: X, delivers: { empathy: 10 }, behaviours: [confirm], breaks: [s1], next: c }
      - { id: no, say: X, delivers: { empathy: 8 }, next: c }
  - id: c
    stage: third
    channel: visit
    touchpoint: T
    expects: [tangibles]
    says: S
    responses:
      - { id: x, say: X, delivers: { tangibles: 8 }, next: e }
      - { id: y, say: X, delivers: { tangibles: 8 }, next: e }
  - { id: e, ending: escalated }
)");
  return encounter;
}

std::optional<double> of(const Scorecard& card, Dimension d) {
  return card.dimensions[static_cast<std::size_t>(d)];
}

std::optional<double> of(const Scorecard& card, Behaviour b) {
  return card.behaviours[static_cast<std::size_t>(b)];
}

}  // namespace

TEST_CASE("each choice is accounted for with expectation, quality, gap and mood") {
  const Scorecard card = score(scored().play({"hub.on", "a.best", "b.no", "c.x"}));
  REQUIRE(card.moments.size() == 4);
  CHECK_FALSE(card.moments[0].scored);
  CHECK_FALSE(card.moments[0].satisfaction_so_far);
  const mot::MomentScore& a = card.moments[1];
  CHECK(a.scored);
  CHECK(a.moment == scored().moment("a"));
  CHECK(a.response == scored().response("a.best"));
  CHECK(a.expectation == 758);  // (22·8 + 16·7) / 38
  CHECK(a.gap == 58);           // 22·1 / 38: more empathy than must be earns nothing
  CHECK(a.quality == 816);
  CHECK(a.mood == 6);  // 5.8
  CHECK(a.satisfaction_so_far);
  CHECK_FALSE(a.value);
  CHECK_FALSE(a.grade);
}

TEST_CASE("satisfaction, recommendation and category are those of the model") {
  const Session session = scored().play({"hub.on", "a.best", "b.no", "c.x"});
  const Scorecard card = score(session);
  CHECK(card.complete);
  CHECK(card.ending == mot::EndingKind::escalated);
  // A = 2·58/4 = 29, peak 58, end 0: D* = 14.5 + 14.5 = 29 hundredths.
  // S = 0.2665 + 0.9418·8 + 0.9024·0.29^0.88 = 8.1045…
  CHECK(card.satisfaction == 810);
  CHECK(card.recommend == 8);
  CHECK(card.category == mot::Category::passive);
  CHECK_FALSE(card.score);
  CHECK_FALSE(card.best);
}

TEST_CASE("an encounter that is not finished has no satisfaction and no missed needs") {
  const Scorecard card = score(scored().play({"hub.ask", "hub.on", "a.worst"}));
  CHECK_FALSE(card.complete);
  CHECK_FALSE(card.ending);
  CHECK_FALSE(card.satisfaction);
  CHECK_FALSE(card.recommend);
  CHECK_FALSE(card.category);
  CHECK(card.moments.size() == 3);
  CHECK(card.moments[2].satisfaction_so_far);
  CHECK(card.needs_found == std::vector{1});
  CHECK(card.needs_missed.empty());
  CHECK(card.standards_broken == std::vector{1});
}

TEST_CASE(
    "needs are found or missed, a standard once broken is broken, one never touched is in neither "
    "list") {
  const Scorecard card = score(scored().play({"hub.on", "a.best", "b.yes", "c.x"}));
  CHECK(card.needs_found == std::vector{0});
  CHECK(card.needs_missed == std::vector{1, 2});
  CHECK(card.standards_met == std::vector{1});
  CHECK(card.standards_broken == std::vector{0});
}

TEST_CASE(
    "a skill is where the choice lies between the lowest and highest counted rating on offer") {
  const Scorecard card = score(scored().play({"hub.on", "a.fair", "b.no", "c.x"}));
  // Responsiveness: (7 − 3)/(9 − 3).
  CHECK(*of(card, Dimension::responsiveness) == Approx(100.0 * 4 / 6));
  // Empathy at a counts min(p, 7): (5 − 4)/(7 − 4), weight 2; at b 0 of 8 … 10, weight 1.
  CHECK(*of(card, Dimension::empathy) == Approx(100.0 * (2.0 / 3) / 3));
  // All were equal, so nothing is said of it.
  CHECK_FALSE(of(card, Dimension::tangibles));
  CHECK_FALSE(of(card, Dimension::reliability));
}

TEST_CASE("only responses on offer in that state bound a skill") {
  const Scorecard card = score(scored().play({"hub.ask", "hub.on", "a.worst", "b.yes", "c.x"}));
  CHECK(*of(card, Dimension::responsiveness) == Approx(100.0 * (3 - 1) / (9 - 1)));
  const Scorecard hidden = score(scored().play({"hub.on", "a.worst", "b.yes", "c.x"}));
  CHECK(*of(hidden, Dimension::responsiveness) == 0.0);
}

TEST_CASE("grades follow regret as a share of best less worst") {
  CHECK(grade_of(0, 2) == Grade::best);
  CHECK(grade_of(1e-12, 2) == Grade::best);
  CHECK(grade_of(0.01, 2) == Grade::good);
  CHECK(grade_of(0.1, 2) == Grade::good);
  CHECK(grade_of(0.11, 2) == Grade::fair);
  CHECK(grade_of(0.3, 2) == Grade::fair);
  CHECK(grade_of(0.31, 2) == Grade::weak);
  CHECK(grade_of(0.7, 2) == Grade::weak);
  CHECK(grade_of(0.71, 2) == Grade::harmful);
  CHECK(grade_of(0, 0) == Grade::best);
  CHECK(mot::name_of(Grade::harmful) == "harmful");
}

TEST_CASE("with the exact analysis come score, grades and behaviours") {
  const Session session = scored().play({"hub.on", "a.fair", "b.no", "c.y"});
  SolvedSession solved;
  solved.best = 9.0;
  solved.worst = 5.0;
  const auto best = [](std::string_view name) { return scored().response(name); };
  solved.choices = {{0, 0, best("hub.on")},
                    {1.0, 0.25, best("a.best")},
                    {0.5, 0, best("b.yes")},
                    {0, 0, best("c.x")}};
  const Scorecard card = score(session, &solved);
  CHECK(card.best == 9.0);
  CHECK(card.worst == 5.0);
  CHECK(*card.score == Approx(62.5));
  CHECK(card.moments[1].grade == Grade::weak);
  CHECK(card.moments[1].value->luck == 0.25);
  CHECK(card.moments[2].grade == Grade::fair);
  CHECK(card.moments[3].grade == Grade::best);
  // Without regret, what was chosen is itself the best.
  CHECK(card.moments[3].value->best == best("c.y"));
  CHECK(*of(card, Behaviour::explore) == 0.0);
  CHECK(*of(card, Behaviour::act) == 100.0);
  CHECK(*of(card, Behaviour::confirm) == 0.0);
  CHECK_FALSE(of(card, Behaviour::offer));
}

TEST_CASE("the score is 100 where best is worst and never leaves 0 to 100") {
  const Session session = scored().play({"hub.on", "a.worst", "b.no", "c.y"});
  SolvedSession solved;
  solved.best = solved.worst = 7.0;
  solved.choices.resize(4);
  CHECK(score(session, &solved).score == 100.0);
  solved.worst = 6.0;
  solved.choices[1].regret = 1.5;
  CHECK(score(session, &solved).score == 0.0);
  CHECK_FALSE(score(scored().play({"hub.on"}), &solved).score);
}
