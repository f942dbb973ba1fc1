// The laws of docs/model.md 6 on random scenarios with all that the format has, too large for full
// enumeration (solve_test.cpp has the small ones). Seeds are printed where a law fails.
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>

#include "engine/analysis/policy.h"
#include "engine/analysis/solved_play.h"
#include "engine/customer/satisfaction.h"
#include "engine/encounter/step.h"
#include "tests/support/encounter.h"
#include "tests/support/random_scenario.h"

namespace mot {
namespace {

constexpr int kScenarios = 150;
constexpr std::uint32_t kPlays = 4;

using With = std::function<void(Solution&, const Session&)>;

// Calls `with` for random plays that end, of `kScenarios` random scenarios.
void each_play(bool fate, const With& with) {
  int scenarios = 0;
  for (std::uint64_t seed = 1; scenarios < kScenarios; ++seed) {
    REQUIRE(seed < 20 * kScenarios);
    test::RandomScenario shape;
    shape.decisions = 6 + static_cast<int>(seed % 7);
    shape.responses = 4;
    shape.fate = fate;
    shape.wild_texts = false;
    const auto encounter = test::Encounter::whole(test::random_scenario(seed, shape));
    Solution solution(encounter.program());
    if (!solution.exact() || !solution.start_value(Aim::best)) continue;
    INFO("scenario " << seed);
    bool ended = false;
    for (std::uint32_t play = 1; play <= kPlays; ++play) {
      const Result<Session> session = play_by(Policy::random, encounter.program(), play, nullptr);
      if (!session || session->state().ledger.empty()) continue;
      INFO("play " << play);
      with(solution, *session);
      ended = true;
    }
    if (ended) ++scenarios;
  }
}

double reached(const Session& session) {
  return satisfaction(own_expectation(session.scenario().customer.persona), session.state().ledger);
}

double luck_before_the_first(const SolvedPlay& play) { return play.choices[0].before - play.start; }

// A value that can be told exactly: hundredths without fate are whole numbers.
bool is_whole(double value) { return value == std::round(value); }

}  // namespace

TEST_CASE("no play is better than best play or worse than worst play") {
  each_play(false, [](Solution& solution, const Session& session) {
    CHECK(reached(session) <= *solution.start_value(Aim::best));
    CHECK(reached(session) >= *solution.start_value(Aim::worst));
    for (const Turn& turn : session.turns()) {
      CHECK(reached(session) <= *solution.value(turn.before, Aim::best));
      CHECK(reached(session) >= *solution.value(turn.before, Aim::worst));
    }
  });
}

TEST_CASE("regrets are what is lost between best play and the end, to the hundredth") {
  int lost_something = 0;
  each_play(false, [&](Solution& solution, const Session& session) {
    const auto play = solved_play(solution, session);
    REQUIRE(play);
    double regret = 0;
    for (const SolvedChoice& choice : play->choices) {
      CHECK(is_whole(choice.before));
      CHECK(choice.before - choice.expected >= 0);
      CHECK(choice.after == choice.expected);  // no fate, no luck
      regret += choice.before - choice.expected;
    }
    CHECK(regret == play->start - reached(session));
    if (regret > 0) ++lost_something;
  });
  CHECK(lost_something > kScenarios);
}

TEST_CASE("with fate, regret less luck is what is lost") {
  int lucky = 0;
  each_play(true, [&](Solution& solution, const Session& session) {
    const auto play = solved_play(solution, session);
    if (!play) return;  // some branch of fate never ends
    double regret = 0;
    double luck = luck_before_the_first(*play);
    for (const SolvedChoice& choice : play->choices) {
      CHECK(choice.before - choice.expected >= -1e-7);
      regret += choice.before - choice.expected;
      luck += choice.after - choice.expected;
    }
    CHECK(regret - luck == Approx(play->start - reached(session)).margin(1e-7));
    if (std::fabs(luck) > 1e-7) ++lucky;
    double told = 0;
    for (const ChoiceValue& value : play->session.choices) told += value.regret - value.luck;
    CHECK(told == Approx((play->start - reached(session)) / 100).margin(1e-9));
  });
  CHECK(lucky > 20);
}

TEST_CASE("the value of a state is that of its best choice, and of a choice what follows it") {
  each_play(true, [](Solution& solution, const Session& session) {
    for (const Turn& turn : session.turns()) {
      for (const Aim aim : {Aim::best, Aim::worst}) {
        const auto value = solution.value(turn.before, aim);
        if (!value) continue;
        double found = std::nan("");
        for (const ResponseIndex response : turn.offers) {
          const auto after = solution.value_after(turn.before, response, aim);
          if (!after) continue;
          double sum = 0;
          for (const Successor& next : successors(session.program(), turn.before, response))
            sum += next.probability * *solution.value(next.state, aim);
          CHECK(sum == Approx(*after).margin(1e-7));
          if (std::isnan(found) || (aim == Aim::best ? *after > found : *after < found))
            found = *after;
        }
        CHECK(found == Approx(*value).margin(1e-7));
      }
    }
  });
}

TEST_CASE("from any state of a play, playing on as advised reaches the value told there") {
  each_play(false, [](Solution& solution, const Session& session) {
    for (const Turn& turn : session.turns()) {
      for (const Aim aim : {Aim::best, Aim::worst}) {
        State state = turn.before;
        const double promised = *solution.value(state, aim);
        while (session.program().stop(state.place).kind != MomentKind::ending) {
          const ResponseIndex response = solution.optimal(state, aim);
          REQUIRE(response != kNone);
          state = successors(session.program(), state, response).front().state;
        }
        CHECK(satisfaction(own_expectation(session.scenario().customer.persona), state.ledger) ==
              promised);
      }
    }
  });
}

}  // namespace mot
