// The worked examples of docs/model.md.
#include "engine/customer/satisfaction.h"

#include <catch2/catch.hpp>
#include <vector>

using mot::Category;
using mot::category_of;
using mot::csat;
using mot::Ledger;
using mot::recommend;
using mot::satisfaction;
using mot::satisfaction_of;

namespace {

struct Example {
  std::vector<int> delivered;
  double remembered;
  int satisfaction;
  int recommend;
};

}  // namespace

TEST_CASE("the worked examples of the model come out") {
  const auto example =
      GENERATE(Example{{8, 5, 9, 9}, -0.625, 706, 7}, Example{{8, 9, 9, 5}, -1.625, 609, 6},
               Example{{8}, 0, 780, 8}, Example{{9}, 1, 870, 9}, Example{{7}, -1, 668, 7},
               Example{{6}, -2, 574, 6});
  Ledger ledger;
  for (const int rating : example.delivered) mot::remember(ledger, 1, 100 * (rating - 8));
  CHECK(mot::remembered_gap(ledger).points() == example.remembered);
  CHECK(satisfaction(800, ledger) == example.satisfaction);
  CHECK(recommend(example.satisfaction) == example.recommend);
}

TEST_CASE("satisfaction without a gap is the line through the expectation") {
  CHECK(satisfaction_of(8, 0) == Approx(7.8009).margin(1e-9));
  CHECK(satisfaction_of(8, 1) == Approx(8.7033).margin(1e-9));
  CHECK(satisfaction_of(8, -1) == Approx(6.6821).margin(1e-9));
}

TEST_CASE("satisfaction stays within 1 and 10") {
  CHECK(satisfaction_of(10, 9) == 10.0);
  CHECK(satisfaction_of(1, -9) == 1.0);
  Ledger worst;
  mot::remember(worst, 1, -900);
  CHECK(satisfaction(100, worst) == 100);
  Ledger best;
  mot::remember(best, 1, 900);
  CHECK(satisfaction(1000, best) == 1000);
}

TEST_CASE("more of the remembered gap never satisfies less") {
  double before = 0;
  for (int gap = -900; gap <= 900; ++gap) {
    const double now = satisfaction_of(6.5, gap / 100.0);
    CHECK(now >= before);
    before = now;
  }
}

TEST_CASE("CSAT puts 1 to 10 on 0 to 100") {
  CHECK(csat(1) == 0);
  CHECK(csat(5.5) == 50);
  CHECK(csat(10) == 100);
  CHECK(csat(8.71) == Approx(85.6667).margin(1e-4));
}

TEST_CASE("nobody recommends at the lowest satisfaction, whatever the line says") {
  CHECK(recommend(100) == 0);
  CHECK(recommend(101) == 1);
}

TEST_CASE("recommendation is rounded to a whole number from 0 to 10") {
  CHECK(recommend(1000) == 10);  // 9.851
  CHECK(recommend(963) == 9);    // 9.49913
  CHECK(recommend(964) == 10);   // 9.50864
  CHECK(recommend(700) == 7);    // 6.998
}

TEST_CASE("promoters answer 9 or 10, passives 7 or 8, detractors less") {
  CHECK(category_of(10) == Category::promoter);
  CHECK(category_of(9) == Category::promoter);
  CHECK(category_of(8) == Category::passive);
  CHECK(category_of(7) == Category::passive);
  CHECK(category_of(6) == Category::detractor);
  CHECK(category_of(0) == Category::detractor);
}
