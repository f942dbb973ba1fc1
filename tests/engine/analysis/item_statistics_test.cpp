// Numbers worked out by hand: two decisions, expected 8, delivered 9 (gap +1) or 3 (gap −5). What
// the four ways come to, by docs/model.md 2 and 3: high high 8.70, high low 4.43, low high 5.74,
// low low 3.19. So the range is 5.51; `a.low` costs 2.96; `b.low` costs 4.27 after `a.high`
// and 2.55 after `a.low`.
#include "engine/analysis/item_statistics.h"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/support/encounter.h"

using namespace mot;
using mot::test::Encounter;
using Kind = ItemWarning::Kind;

namespace {

const Encounter& two_decisions() {
  static const Encounter encounter(R"(
moments:
  - { id: a, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: [ { id: low, say: O, delivers: { empathy: 3 }, next: b }, { id: high, say: O, delivers: { empathy: 9 }, next: b }, { id: none, say: O, delivers: { empathy: 4 }, next: b } ] }
  - { id: b, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: [ { id: high, say: O, delivers: { empathy: 9 }, next: e }, { id: low, say: O, delivers: { empathy: 3 }, next: e } ] }
  - { id: e, ending: resolved }
)");
  return encounter;
}

// A play of "hl": high, then low; times are 1, 2, 3 … seconds.
Session play(std::string_view ways, double seconds = 1) {
  Session session = two_decisions().begin();
  for (std::size_t i = 0; i < ways.size(); ++i) {
    const std::string name = std::string(i == 0 ? "a." : "b.") + (ways[i] == 'h' ? "high" : "low");
    REQUIRE(session.choose(two_decisions().response(name), seconds));
  }
  return session;
}

std::vector<Session> plays(std::initializer_list<std::pair<std::string_view, int>> kinds) {
  std::vector<Session> sessions;
  for (const auto& [ways, count] : kinds) {
    for (int i = 0; i < count; ++i) sessions.push_back(play(ways));
  }
  return sessions;
}

ItemStatistics statistics(const std::vector<Session>& sessions, std::size_t fewest = 30) {
  Solution solution(two_decisions().program());
  return item_statistics(solution, sessions, {.fewest = fewest});
}

bool warns(const ItemStatistics& items, Kind kind, std::string_view where) {
  const bool response = where.find('.') != std::string_view::npos;
  for (const ItemWarning& warning : items.warnings) {
    if (warning.kind != kind) continue;
    if (response ? warning.response == two_decisions().response(where)
                 : warning.moment == two_decisions().moment(where))
      return true;
  }
  return false;
}

}  // namespace

TEST_CASE("Quartiles lie between the values in order") {
  const auto four = quartiles({8, 1, 4, 2});
  REQUIRE(four);
  CHECK(four->count == 4);
  CHECK(four->lower == 1.75);
  CHECK(four->median == 3);
  CHECK(four->upper == 5);
  CHECK(quartiles({7})->median == 7);
  CHECK(quartiles({7})->upper == 7);
  CHECK_FALSE(quartiles({}));
}

TEST_CASE("A correlation is that of Pearson") {
  const std::array<double, 4> a{1, 1, 0, 0};
  const std::array<double, 4> b{4, 2, 3, 1};
  // Σ(a−ā)(b−b̄) = 1, Σ(a−ā)² = 1, Σ(b−b̄)² = 5.
  CHECK(*correlation(a, b) == Approx(1 / std::sqrt(5.0)));
  CHECK(*correlation(a, a) == Approx(1));
  const std::array<double, 4> flat{2, 2, 2, 2};
  CHECK_FALSE(correlation(a, flat));
  CHECK_FALSE(correlation(std::span(a).first(1), std::span(b).first(1)));
}

TEST_CASE("Frequencies, credit, cost and time of each decision") {
  std::vector<Session> sessions{play("hh", 1), play("hl", 2), play("lh", 4), play("ll", 8)};
  const ItemStatistics items = statistics(sessions, 2);
  CHECK(items.plays == 4);
  CHECK(items.complete == 4);
  // Scores: 100, 100·(1 − 4.27/5.51), 100·(1 − 2.96/5.51), 0.
  CHECK(*items.score == Approx((100 + 100 * 1.24 / 5.51 + 100 * 2.55 / 5.51) / 4));
  REQUIRE(items.moments.size() == 2);
  const MomentStatistics& a = items.moments[0];
  CHECK(a.moment == two_decisions().moment("a"));
  CHECK(a.plays == 4);
  CHECK(a.choices == 4);
  CHECK(*a.credit == Approx(0.5));
  CHECK(*a.best_share == Approx(0.5));
  CHECK(*a.regret == Approx(2 * 2.96 / 4));
  REQUIRE(a.seconds);
  CHECK(a.seconds->median == 3);
  REQUIRE(a.responses.size() == 3);
  CHECK(a.responses[0].offered == 4);
  CHECK(a.responses[0].chosen == 2);
  CHECK(a.responses[2].chosen == 0);
  const MomentStatistics& b = items.moments[1];
  CHECK(*b.regret == Approx((4.27 + 2.55) / 4));
  CHECK(*b.chance_credit == Approx(0.5));
}

TEST_CASE("Discrimination is the correlation with the score of the rest") {
  const ItemStatistics items = statistics({play("hh"), play("hl"), play("lh"), play("ll")}, 4);
  // Of a: credits 1, 1, 0, 0; rests 100, 22.50, 100, 53.72: what b cost, by itself.
  CHECK(*items.moments[0].discrimination == Approx(-0.2376).margin(0.0005));
  CHECK(items.moments[0].correlated == 4);
  CHECK(*items.moments[0].responses[1].discrimination == Approx(-0.2376).margin(0.0005));
  CHECK(*items.moments[0].responses[0].discrimination == Approx(0.2376).margin(0.0005));
  // Nobody chose it: it does not vary.
  CHECK_FALSE(items.moments[0].responses[2].discrimination);
}

TEST_CASE("Below the fewest plays there is no correlation and no warning") {
  const ItemStatistics items = statistics(plays({{"hl", 15}, {"lh", 14}}));
  CHECK_FALSE(items.moments[0].discrimination);
  CHECK(items.warnings.empty());
}

TEST_CASE("Unfinished plays count in frequencies and times, and in no correlation") {
  const ItemStatistics items = statistics(plays({{"hh", 2}, {"h", 3}}), 2);
  CHECK(items.complete == 2);
  CHECK(items.moments[0].choices == 5);
  CHECK(items.moments[0].correlated == 2);
  CHECK(items.moments[1].choices == 2);
}

TEST_CASE("A time that ran out is counted apart") {
  Session session = two_decisions().begin();
  REQUIRE(session.choose(two_decisions().response("a.low"), 30, true));
  const ItemStatistics items = statistics({session, play("hh", 5)}, 2);
  CHECK(items.moments[0].timed_out == 1);
  CHECK(items.moments[0].seconds->count == 1);
  CHECK(items.moments[0].seconds->median == 5);
}

TEST_CASE("Play that disagrees with the design is pointed out") {
  // Who does well at the one decision does badly at the other.
  const ItemStatistics crossed = statistics(plays({{"lh", 20}, {"hl", 20}}));
  CHECK(*crossed.moments[0].discrimination == Approx(-1));
  CHECK(warns(crossed, Kind::negative_discrimination, "a"));
  CHECK(warns(crossed, Kind::strong_prefer_other, "a.low"));
  CHECK(warns(crossed, Kind::never_chosen, "a.none"));
  CHECK_FALSE(warns(crossed, Kind::too_easy, "a"));
  CHECK_FALSE(warns(crossed, Kind::below_chance, "a"));

  const ItemStatistics easy = statistics(plays({{"hh", 39}, {"ll", 1}}));
  CHECK(warns(easy, Kind::too_easy, "a"));
  CHECK_FALSE(warns(easy, Kind::negative_discrimination, "a"));
  CHECK_FALSE(warns(easy, Kind::strong_prefer_other, "a.low"));

  const ItemStatistics bad = statistics(plays({{"ll", 30}, {"hh", 10}}));
  CHECK(warns(bad, Kind::below_chance, "b"));
  CHECK(*bad.moments[0].discrimination == Approx(1));
}

TEST_CASE("Without an exact solution frequencies and times remain") {
  SolveOptions options;
  options.limits.states = 1;
  Solution solution(two_decisions().program(), options);
  const std::vector<Session> sessions{play("hh", 3)};
  const ItemStatistics items = item_statistics(solution, sessions);
  CHECK_FALSE(items.score);
  CHECK(items.moments[0].responses[1].chosen == 1);
  CHECK_FALSE(items.moments[0].credit);
  CHECK(items.moments[0].seconds->median == 3);
}

TEST_CASE("Without plays there is nothing to say") {
  CHECK(statistics({}).moments.empty());
  CHECK(statistics({}).warnings.empty());
}
