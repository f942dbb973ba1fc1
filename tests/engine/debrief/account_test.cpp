// The account of lost points, on one small encounter.
#include "engine/debrief/account.h"

#include <catch2/catch.hpp>

#include "tests/support/debriefed.h"

namespace mot {

using namespace test;

TEST_CASE("the account goes from the best within reach down to what was reached") {
  // Best: gaps +1, +2: D* = ½·1.5 + ¼·(2 + 2) = 1.75, so S = 0.2665 + 0.9418·8 + 0.9024·1.75^.88
  // = 9.28. After 'form' the best left is gaps −3, 0: D* = −0.75 − 0.75 = −1.5.
  const Debriefed made = debriefed(leak().play({"call.form", "when.soon"}));
  const Account& account = *made.debrief.account;
  CHECK(account.best == 928);
  REQUIRE(account.steps.size() == 2);
  CHECK(account.best + account.lost == account.reached);
  CHECK(account.luck == 0);
  CHECK(account.reached == *made.card.satisfaction);
  CHECK(account.steps[0].choice < account.steps[1].choice);
  CHECK(account.turning_points.front() == 0);
}

}  // namespace mot
