#include "game/dashboard/interval_card.h"

#include <catch2/catch.hpp>

using mot::IntervalRow;

namespace {

mot::Cohort cohort() {
  mot::Cohort made;
  made.weeks = {{"2025-11-03", {1, 2, 3}}, {"2025-11-10", {4, 5, 6}}, {"2025-11-24", {7, 8, 9}}};
  made.groups = {{"", {1, 0, 0}}, {"Spring", {11, 15, 18}}};
  made.answers = {12, 15, 18};
  return made;
}

}  // namespace

TEST_CASE("every week is shown, the latest first, and every group where there are several") {
  mot::IntervalCard card;
  const mot::UiStrings words = mot::UiStrings(std::string(MOT_SOURCE_DIR) + "/assets/lang", "en");
  CHECK(card.rows(cohort(), words) == std::vector<IntervalRow>{{"from 2025-11-24", {7, 8, 9}},
                                                               {"from 2025-11-10", {4, 5, 6}},
                                                               {"from 2025-11-03", {1, 2, 3}}});
  CHECK_FALSE(card.use("overview"));
  CHECK(card.use("by-group"));
  CHECK(card.rows(cohort(), words) ==
        std::vector<IntervalRow>{{"(no group)", {1, 0, 0}}, {"Spring", {11, 15, 18}}});
  mot::Cohort one = cohort();
  one.groups.pop_back();
  CHECK(card.rows(one, words).size() == 3);
  CHECK(card.use("by-week"));
  CHECK(card.rows(cohort(), words).size() == 3);
}
