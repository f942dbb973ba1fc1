#include "engine/records/replay_all.h"

#include <catch2/catch.hpp>

#include "engine/analysis/solved_score.h"
#include "engine/records/attempt_score.h"
#include "tests/support/encounter.h"

using mot::ReplayChange;
using mot::test::Encounter;
using mot::test::one_call;

namespace {

/// A play of `good`, with the figures of then.
mot::Attempt kept_play(const Encounter& then) {
  const mot::Session session = then.play({"a.good"});
  mot::Attempt attempt;
  attempt.play = session.playthrough();
  attempt.score = attempt_score(session, solved_score(session));
  return attempt;
}

ReplayChange change_of(const mot::Attempt& attempt, const Encounter& now) {
  mot::Solution solution(now.program());
  return replay_attempt(now.program(), solution, attempt).change;
}

}  // namespace

TEST_CASE("what an edit does to a kept play is told by its choices and its figures") {
  const Encounter then(one_call(10));
  const mot::Attempt attempt = kept_play(then);
  CHECK(change_of(attempt, then) == ReplayChange::same);
  CHECK(change_of(attempt, Encounter(one_call(7))) == ReplayChange::score);
  CHECK(change_of(attempt, Encounter(one_call(10, "well"))) == ReplayChange::diverged);
}

TEST_CASE("without figures a play is the same only where the scenario is") {
  const Encounter then(one_call(10));
  mot::Attempt attempt = kept_play(then);
  attempt.score.reset();
  CHECK(change_of(attempt, then) == ReplayChange::same);
  CHECK(change_of(attempt, Encounter(one_call(7))) == ReplayChange::uncompared);
  CHECK(change_of(attempt, Encounter(one_call(10, "well"))) == ReplayChange::diverged);
  attempt.play.content.clear();
  CHECK(change_of(attempt, then) == ReplayChange::uncompared);
}
