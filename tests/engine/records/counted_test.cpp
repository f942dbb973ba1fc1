#include "engine/records/counted.h"

#include <catch2/catch.hpp>

#include "tests/support/attempts.h"

using mot::Attempt;
using mot::CountedAttempt;

namespace {

Attempt played(const char* learner, const char* started, double score) {
  Attempt attempt = mot::test::numbered_attempt(0);
  attempt.play.learner = learner;
  attempt.play.started = started;
  attempt.score->score = score;
  return attempt;
}

using Places = std::vector<std::size_t>;

}  // namespace

TEST_CASE("the first, the best or the last attempt counts, of each learner at each scenario") {
  // In the order they came in, which need not be that of time.
  std::vector<Attempt> attempts{played("Li", "2026-01-02", 50), played("Wu", "2026-01-01", 10),
                                played("Li", "2026-01-01", 40), played("Li", "2026-01-03", 50)};
  CHECK(counted_attempts(attempts, CountedAttempt::first) == Places{1, 2});
  CHECK(counted_attempts(attempts, CountedAttempt::best) == Places{0, 1});
  CHECK(counted_attempts(attempts, CountedAttempt::last) == Places{1, 3});
  attempts[3].play.scenario = "other";
  CHECK(counted_attempts(attempts, CountedAttempt::last) == Places{0, 1, 3});
}

TEST_CASE("an attempt without a score is lower than any, and one without an ending never counts") {
  std::vector<Attempt> attempts{played("Li", "2026-01-01", 0), played("Li", "2026-01-02", 0)};
  attempts[0].score.reset();
  CHECK(counted_attempts(attempts, CountedAttempt::best) == Places{1});
  attempts[1].play.complete = false;
  CHECK(counted_attempts(attempts, CountedAttempt::best) == Places{0});
}

TEST_CASE("what a room played, and what was played on from another play, never counts") {
  std::vector<Attempt> attempts{played("Li", "2026-01-01", 90), played("Li", "2026-01-02", 80),
                                played("Li", "2026-01-03", 10)};
  attempts[0].play.room = true;
  attempts[1].play.what_if = true;
  CHECK(counted_attempts(attempts, CountedAttempt::best) == Places{2});
}
