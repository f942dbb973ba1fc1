#include "engine/analysis/background_solver.h"

#include <catch2/catch.hpp>

#include "tests/support/encounter.h"
#include "tests/support/generated_scenario.h"

using mot::BackgroundSolver;
using namespace std::chrono_literals;

namespace {

// Long enough on any machine; nothing waits that long unless something is broken.
constexpr auto kPatience = 60s;

std::shared_ptr<const mot::Scenario> small() {
  return mot::test::scenario_of(R"(mot: 1
id: small
title: Small
language: en
customer: { id: somebody, name: Somebody, expects: { empathy: 8 } }
journey: { id: way, title: Way, stages: [ { id: first, title: First } ] }
moments:
  - { id: a, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: [ { id: six, say: O, delivers: { empathy: 6 }, next: e }, { id: nine, say: O, delivers: { empathy: 9 }, next: e } ] }
  - { id: e, ending: resolved }
)");
}

// More states than can be looked at before a test is over.
std::shared_ptr<const mot::Scenario> endless() {
  return std::make_shared<const mot::Scenario>(mot::generated_scenario(2'000, 1));
}

mot::SolveOptions without_limit() {
  mot::SolveOptions options;
  options.limits.states = 1'000'000'000;
  return options;
}

}  // namespace

TEST_CASE("What is wanted is solved") {
  BackgroundSolver solver;
  CHECK_FALSE(solver.working());
  CHECK_FALSE(solver.solved());
  const auto scenario = small();
  solver.want(scenario);
  const auto solved = solver.wait(kPatience);
  REQUIRE(solved);
  CHECK(solved->scenario == scenario);
  CHECK_FALSE(solver.working());
  CHECK(*solved->solution.start_value(mot::Aim::best) == 870);
}

TEST_CASE("What is solved stays, whoever gives up or asks again") {
  BackgroundSolver solver;
  const auto scenario = small();
  solver.want(scenario);
  const auto solved = solver.wait(kPatience);
  solver.give_up();
  CHECK(solver.solved() == solved);
  solver.want(scenario);
  CHECK(solver.solved() == solved);
}

TEST_CASE("Another wish goes before the work at hand") {
  BackgroundSolver solver(without_limit());
  solver.want(endless());
  CHECK(solver.working());
  const auto scenario = small();
  solver.want(scenario);
  const auto solved = solver.wait(kPatience);
  REQUIRE(solved);
  CHECK(solved->scenario == scenario);
}

TEST_CASE("Work that was given up can be asked for again") {
  BackgroundSolver solver;
  const auto scenario = small();
  for (int i = 0; i < 50; ++i) {
    solver.want(scenario);
    solver.give_up();
  }
  solver.want(scenario);
  CHECK(solver.wait(kPatience));
}

TEST_CASE("Leaving in the middle of the work ends it") {
  const auto scenario = endless();
  for (int i = 0; i < 3; ++i) {
    BackgroundSolver solver(without_limit());
    solver.want(scenario);
    CHECK_FALSE(solver.wait(20ms));
    CHECK(solver.working());
  }
}

TEST_CASE("Who waits is told when there is nothing to wait for") {
  BackgroundSolver solver;
  CHECK_FALSE(solver.wait(kPatience));
  solver.want(endless());
  solver.give_up();
  CHECK_FALSE(solver.wait(kPatience));
  CHECK_FALSE(solver.working());
}
