// Laws of a crowd; also tests impact.h and judged_play.h.
#include "engine/analysis/crowd.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "engine/customer/satisfaction.h"
#include "tests/support/encounter.h"

using mot::Crowd;
using mot::CrowdOptions;
using mot::judge;
using mot::JudgedPlay;
using mot::Ledger;

namespace {

JudgedPlay play_of(const std::vector<int>& gaps, double spread = 1.0, int expectation = 800) {
  JudgedPlay play;
  play.expectation = expectation;
  play.spread = spread;
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    play.moments.push_back(
        {static_cast<mot::MomentIndex>(i), static_cast<int>(1 + i % 3), gaps[i]});
  }
  return play;
}

CrowdOptions crowd_of(std::int64_t customers, std::uint32_t seed = 1, unsigned threads = 1) {
  CrowdOptions options;
  options.customers = customers;
  options.seed = seed;
  options.threads = threads;
  return options;
}

const JudgedPlay& uneven() {
  static const JudgedPlay play = play_of({50, -300, 0, 120, -40, 100});
  return play;
}

/// The customer at the front of docs/model.md 4, step by step, without the shortcuts of the code.
double satisfaction_by_hand(const JudgedPlay& play, double expectation, double shift) {
  double weights = 0;
  double sum = 0;
  double highest = -1e9;
  double lowest = 1e9;
  double last = 0;
  for (const mot::JudgedMoment& moment : play.moments) {
    last = moment.gap / 100.0 - shift;
    weights += moment.weight;
    sum += moment.weight * last;
    highest = std::max(highest, last);
    lowest = std::min(lowest, last);
  }
  const double peak = highest > -lowest ? highest : lowest;
  return mot::satisfaction_of(expectation, sum / weights / 2 + (peak + last) / 4);
}

}  // namespace

TEST_CASE("a crowd is the same for any number of threads") {
  for (const std::int64_t customers : {1, 1'000, 1'025, 250'000}) {
    const Crowd one = *judge(uneven(), crowd_of(customers, 3, 1));
    CHECK(*judge(uneven(), crowd_of(customers, 3, 2)) == one);
    CHECK(*judge(uneven(), crowd_of(customers, 3, 7)) == one);
    CHECK(*judge(uneven(), crowd_of(customers, 3, 0)) == one);
    CHECK(*judge(uneven(), crowd_of(customers, 3, 256)) == one);
  }
}

TEST_CASE("a larger crowd begins with the smaller one") {
  const Crowd small = *judge(uneven(), crowd_of(1'000));
  const Crowd large = *judge(uneven(), crowd_of(1'200));
  for (std::size_t answer = 0; answer < mot::kAnswers; ++answer) {
    CHECK(large.histogram[answer] >= small.histogram[answer]);
  }
}

TEST_CASE("another seed is another crowd") {
  CHECK(judge(uneven(), crowd_of(1'000, 1))->histogram !=
        judge(uneven(), crowd_of(1'000, 2))->histogram);
}

TEST_CASE("everyone is counted once") {
  const Crowd crowd = *judge(uneven(), crowd_of(12'345));
  CHECK(crowd.customers == 12'345);
  CHECK(std::accumulate(crowd.histogram.begin(), crowd.histogram.end(), std::int64_t{0}) == 12'345);
  const mot::NpsCounts counts = crowd.counts();
  CHECK(counts.customers() == 12'345);
  CHECK(counts.promoters == crowd.histogram[9] + crowd.histogram[10]);
  CHECK(counts.passives == crowd.histogram[7] + crowd.histogram[8]);
  CHECK(crowd.satisfaction_mean() >= 1);
  CHECK(crowd.satisfaction_mean() <= 10);
}

TEST_CASE("impacts are counted on the first 100,000 customers") {
  const Crowd all = *judge(uneven(), crowd_of(100'000, 5));
  const Crowd more = *judge(uneven(), crowd_of(130'000, 5, 2));
  CHECK(all.impact_customers == 100'000);
  CHECK(more.impact_customers == 100'000);
  CHECK(more.impacts == all.impacts);
}

TEST_CASE("a moment that just met expectation has no impact, a good one a good one") {
  const Crowd crowd = *judge(play_of({100, -300, 0}), crowd_of(20'000));
  CHECK(crowd.impact_of(2)->points == 0);
  CHECK(crowd.impact_of(2)->standard_error == 0);
  CHECK(crowd.impact_of(0)->points > 0);
  CHECK(crowd.impact_of(1)->points < 0);
  CHECK(crowd.impact_of(1)->standard_error > 0);
}

TEST_CASE("an impact is the difference of two crowds, with paired standard error") {
  const JudgedPlay play = play_of({100, -300, 60});
  JudgedPlay met = play;
  met.moments[1].gap = 0;
  const Crowd as_played = *judge(play, crowd_of(20'000));
  const Crowd other = *judge(met, crowd_of(20'000));
  const mot::Impact impact = *as_played.impact_of(1);
  CHECK(impact.points == Approx(*nps(as_played.counts()) - *nps(other.counts())));
  // Common random numbers: far surer than two crowds of their own.
  const double unpaired = 100 * std::sqrt(2 * 0.6 / 20'000);
  CHECK(impact.standard_error < unpaired);
}

TEST_CASE("the standard error of an impact is that of a mean of steps") {
  mot::ImpactCount count;
  for (const int step : {1, 1, 0, -2, 2}) count.add(step);
  // Σ 2, Σ² 10 over 10 customers: mean 0.2, variance (10 − 0.4)/9.
  const mot::Impact impact = mot::impact(count, 10);
  CHECK(impact.points == Approx(20));
  CHECK(impact.standard_error == Approx(100 * std::sqrt(9.6 / 9 / 10)));
}

TEST_CASE("fewer than ten customers give counts but no impact") {
  const Crowd crowd = *judge(uneven(), crowd_of(9));
  CHECK(crowd.counts().customers() == 9);
  CHECK_FALSE(crowd.impact_of(0));
  CHECK(judge(uneven(), crowd_of(10))->impact_of(0));
}

TEST_CASE("better moments never make a worse crowd") {
  std::int64_t before = 0;
  for (int gap = -900; gap <= 900; gap += 50) {
    const Crowd crowd = *judge(play_of({gap, -50, gap}), crowd_of(3'000));
    CHECK(crowd.rating_sum >= before);
    before = crowd.rating_sum;
  }
}

TEST_CASE("a shifted memory is that of the shifted gaps") {
  for (const auto& gaps : {std::vector<int>{50, -300, 0, 120}, std::vector<int>{-100, 100},
                           std::vector<int>{200}, std::vector<int>{-900, 900, 3}}) {
    const JudgedPlay play = play_of(gaps);
    const mot::ShiftedMemory memory(mot::ledger_of(play));
    CHECK(memory.remembered_gap(0) == mot::remembered_gap(mot::ledger_of(play)).points());
    for (const double shift : {-7.0, -1.5, -0.31, 0.0, 0.47, 1.9}) {
      CHECK(mot::satisfaction_of(8 + shift, memory.remembered_gap(shift)) ==
            Approx(satisfaction_by_hand(play, 8 + shift, shift)).margin(1e-12));
    }
  }
}

TEST_CASE("without spread everyone expects the same, and ratings scatter about one satisfaction") {
  // 200,000 customers, seed 1, satisfaction 7.80: rounding and scatter keep the mean within 0.05.
  const Crowd crowd = *judge(play_of({0}, 0.0), crowd_of(200'000, 1, 2));
  CHECK(crowd.satisfaction_mean() == Approx(7.80).margin(0.05));
  // The same play at the same level, whatever the order of moments that all met expectation.
  CHECK(judge(play_of({0, 0, 0}, 0.0), crowd_of(200'000, 1, 2))->histogram == crowd.histogram);
}

TEST_CASE("the ends of the scales hold") {
  for (const int expectation : {100, 1000}) {
    for (const int gap : {-900, 900}) {
      const Crowd crowd = *judge(play_of({gap}, 5.0, expectation), crowd_of(2'000));
      CHECK(crowd.satisfaction_mean() >= 1);
      CHECK(crowd.satisfaction_mean() <= 10);
    }
  }
}

TEST_CASE("a crowd can be cancelled, and says how far it is") {
  std::atomic<bool> cancel{false};
  std::int64_t seen = 0;
  CrowdOptions options = crowd_of(mot::kMostCustomers, 1, 2);
  options.cancel = &cancel;
  options.progress = [&](std::int64_t customers) {
    CHECK(customers >= seen);
    seen = customers;
    cancel = true;
  };
  CHECK_FALSE(judge(uneven(), options));
  CHECK(seen > 0);
  CHECK(seen < mot::kMostCustomers);
}

TEST_CASE("a judged play has the scored choices of a session, one a visit") {
  const mot::test::Encounter encounter(R"(
moments:
  - { id: a, weight: 3, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: [ { id: low, say: O, delivers: { empathy: 6 }, next: free }, { id: high, say: O, delivers: { empathy: 9 }, next: e } ] }
  - { id: free, says: S, responses: [ { id: back, say: O, next: a } ] }
  - { id: e, ending: resolved }
)");
  const JudgedPlay play = mot::judged_play(encounter.play({"a.low", "free.back", "a.high"}));
  CHECK(play.expectation == 800);
  CHECK(play.spread == 1.0);
  REQUIRE(play.moments.size() == 2);
  CHECK(play.moments[0].moment == encounter.moment("a"));
  CHECK(play.moments[0].weight == 3);
  CHECK(play.moments[0].gap == -200);
  CHECK(play.moments[1].gap == 100);
  Ledger met;
  remember(met, 3, 0);
  remember(met, 3, 100);
  CHECK(mot::ledger_with_met(play, 0) == met);
}
