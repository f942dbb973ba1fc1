// The exact solution against full enumeration, and its laws. Stories come from printed seeds.
#include "engine/analysis/solve.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <map>

#include "engine/customer/satisfaction.h"
#include "engine/encounter/step.h"
#include "tests/support/encounter.h"
#include "tests/support/story.h"

namespace mot {
namespace {

// Tries everything: no merging of states, no fronts, no liveness.
class BruteForce {
 public:
  BruteForce(const Program& program, Aim aim)
      : program_(program),
        aim_(aim),
        expectation_(own_expectation(program.scenario().customer.persona)) {}

  double start() {
    double sum = 0;
    for (const Successor& s : beginnings(program_)) sum += s.probability * value(s.state);
    return sum;
  }

  double value(const State& state) {
    if (program_.stop(state.place).kind == MomentKind::ending)
      return state.ledger.empty() ? std::nan("") : satisfaction(expectation_, state.ledger);
    if (state.turn >= most_turns) return std::nan("");
    double found = std::nan("");
    for (std::uint32_t i = 0; i < program_.stop(state.place).range.count; ++i) {
      const auto r = static_cast<ResponseIndex>(program_.stop(state.place).range.first + i);
      if (!program_.offered(r, state)) continue;
      const double v = after(state, r);
      if (std::isnan(v)) continue;
      if (std::isnan(found) || (aim_ == Aim::best ? v > found : v < found)) found = v;
    }
    return found;
  }

  double after(const State& state, ResponseIndex r) {
    double sum = 0;
    for (const Successor& s : successors(program_, state, r)) sum += s.probability * value(s.state);
    return sum;
  }

  std::uint64_t paths(const State& state) {
    if (program_.stop(state.place).kind == MomentKind::ending) return 1;
    std::uint64_t sum = 0;
    for (std::uint32_t i = 0; i < program_.stop(state.place).range.count; ++i) {
      const auto r = static_cast<ResponseIndex>(program_.stop(state.place).range.first + i);
      if (!program_.offered(r, state)) continue;
      for (const Successor& s : successors(program_, state, r)) sum += paths(s.state);
    }
    return sum;
  }

  std::int32_t most_turns = kMaxTurns;

 private:
  const Program& program_;
  Aim aim_;
  int expectation_;
};

bool same(double a, double b) {
  return (std::isnan(a) && std::isnan(b)) || std::fabs(a - b) < 1e-9 * 100;
}

std::shared_ptr<const Scenario> loaded(std::uint32_t seed, const test::StoryShape& shape) {
  return test::story(seed, shape);
}

}  // namespace

TEST_CASE("best and worst play equal full enumeration on 500 random stories") {
  int solved = 0;
  for (std::uint32_t seed = 1; solved < 500; ++seed) {
    const test::StoryShape shape{3 + static_cast<int>(seed % 4), seed % 3 != 0, seed % 5 != 0,
                                 false};
    const auto scenario = loaded(seed, shape);
    if (!scenario) continue;
    INFO("seed " << seed);
    const Program program(*scenario);
    Solution solution(program);
    REQUIRE(solution.exact());
    for (const Aim aim : {Aim::best, Aim::worst}) {
      BruteForce all(program, aim);
      const double wanted = all.start();
      const auto found = solution.start_value(aim);
      if (std::isnan(wanted)) {
        CHECK_FALSE(found.has_value());
      } else {
        REQUIRE(found.has_value());
        CHECK(*found == Approx(wanted).margin(1e-7));
      }
    }
    std::uint64_t paths = 0;
    BruteForce all(program, Aim::best);
    for (const Successor& s : beginnings(program)) paths += all.paths(s.state);
    REQUIRE(solution.paths().has_value());
    CHECK(solution.paths()->to_string() == std::to_string(paths));
    ++solved;
  }
}

TEST_CASE(
    "values of every state of random play equal full enumeration, and so do regret and luck") {
  int played = 0;
  for (std::uint32_t seed = 1; played < 150; ++seed) {
    const auto scenario = loaded(seed, {5, true, true, false});
    if (!scenario) continue;
    const Program program(*scenario);
    Solution solution(program);
    Session session(program, seed);
    while (session.status() == SessionStatus::waiting) {
      const auto offers = session.offers();
      REQUIRE(session.choose(offers[(seed + session.turns().size()) % offers.size()]));
    }
    if (session.status() != SessionStatus::ended || !solution.start_value(Aim::best)) continue;
    INFO("seed " << seed);
    BruteForce all(program, Aim::best);
    for (const Turn& turn : session.turns()) {
      CHECK(same(solution.value(turn.before, Aim::best).value_or(std::nan("")),
                 all.value(turn.before)));
      for (const ResponseIndex r : turn.offers)
        CHECK(same(solution.value_after(turn.before, r, Aim::best).value_or(std::nan("")),
                   all.after(turn.before, r)));
    }
    const auto account = solve_session(solution, session);
    if (!account) continue;  // a choice after which some fate can't end
    double regret = 0;
    double luck = 0;
    for (const ChoiceValue& value : account->choices) {
      CHECK(value.regret >= 0);
      regret += value.regret;
      luck += value.luck;
    }
    const double reached =
        satisfaction(own_expectation(scenario->customer.persona), session.state().ledger) / 100.0;
    CHECK(regret - luck == Approx(account->best - reached).margin(1e-9));
    CHECK(account->best * 100 >= account->worst * 100 - 1e-9);
    ++played;
  }
}

TEST_CASE("a story with circles is solved within 500 choices") {
  int solved = 0;
  for (std::uint32_t seed = 1; solved < 40 && seed < 4000; ++seed) {
    test::StoryShape shape{3, seed % 2 == 0, false, true};
    const auto scenario = loaded(seed, shape);
    if (!scenario) continue;
    const Program program(*scenario);
    SolveOptions options;
    options.limits.states = 20'000;
    Solution solution(program, options);
    if (!solution.exact()) continue;
    INFO("seed " << seed);
    // Enumeration can't go 500 deep; what it finds within 7 choices must not beat the solution.
    BruteForce all(program, Aim::best);
    all.most_turns = 7;
    const double within = all.start();
    if (!std::isnan(within)) CHECK(*solution.start_value(Aim::best) >= within - 1e-7);
    ++solved;
  }
  CHECK(solved > 10);
}

TEST_CASE("ways are counted unless one can come round, whatever the turn") {
  const auto paths = [](const std::string& circle) {
    const test::Encounter encounter(R"(
variables: { x: 0 }
moments:
  - { id: hub, says: S, responses: [ { id: round, say: O, set: { x: x + 1 }, next: )" +
                                    circle + R"( }, { id: on, say: O, next: d } ] }
  - { id: d, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: [ { id: a, say: O, delivers: { empathy: 9 }, next: e }, { id: b, say: O, delivers: { empathy: 3 }, next: e } ] }
  - { id: e, ending: resolved }
)");
    Solution solution(encounter.program());
    CHECK(solution.exact());
    return solution.paths() ? solution.paths()->to_string() : "";
  };
  CHECK(paths("d") == "4");
  CHECK(paths("[ { when: x > 1, go: d }, { go: hub } ]") == "6");
  // Reading the turn tells the states of a circle apart and makes it none the less one.
  CHECK(paths("[ { when: turn > 1, go: d }, { go: hub } ]") == "");
  CHECK(paths("[ { when: turn > 900, go: d }, { go: hub } ]") == "");
  CHECK(paths("hub") == "");
  // 499 times round at most, then on, then d.
  CHECK(paths("[ { when: x > 900, go: d }, { go: hub } ]") == "998");
}

TEST_CASE("the optimal path reaches the value it promises") {
  int walked = 0;
  for (std::uint32_t seed = 1; walked < 100; ++seed) {
    const auto scenario = loaded(seed, {6, false, true, false});
    if (!scenario) continue;
    const Program program(*scenario);
    Solution solution(program);
    for (const Aim aim : {Aim::best, Aim::worst}) {
      if (!solution.start_value(aim)) continue;
      Session session(program, 1);
      for (const OptimalChoice& choice : solution.optimal_path(aim))
        REQUIRE(session.choose(choice.response));
      INFO("seed " << seed);
      REQUIRE(session.status() == SessionStatus::ended);
      CHECK(satisfaction(own_expectation(scenario->customer.persona), session.state().ledger) ==
            *solution.start_value(aim));
    }
    ++walked;
  }
}

TEST_CASE("a solution past its limit says so and its bounds hold") {
  int bounded = 0;
  for (std::uint32_t seed = 1; bounded < 60; ++seed) {
    const auto scenario = loaded(seed, {5, seed % 2 == 0, true, false});
    if (!scenario) continue;
    const Program program(*scenario);
    Solution whole(program);
    SolveOptions options;
    options.limits.states = 3;
    Solution cut(program, options);
    if (cut.exact() || !whole.start_value(Aim::best)) continue;
    INFO("seed " << seed);
    CHECK_FALSE(cut.start_value(Aim::best).has_value());
    for (const Aim aim : {Aim::best, Aim::worst}) {
      CHECK(cut.bounds(aim).low <= *whole.start_value(aim) + 1e-9);
      CHECK(cut.bounds(aim).high >= *whole.start_value(aim) - 1e-9);
    }
    ++bounded;
  }
}

}  // namespace mot
