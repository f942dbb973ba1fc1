// Scatter and answers one by one, and the survey's published figures as a whole.
#include "engine/analysis/recommend_table.h"

#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>

#include "engine/analysis/normal.h"
#include "engine/base/file.h"
#include "engine/base/json.h"
#include "engine/customer/satisfaction.h"

namespace {

mot::Json survey() {
  const auto text = mot::read_file(MOT_SOURCE_DIR "/tests/data/acsi_pooled.json");
  REQUIRE(text);
  return *mot::parse_json(*text);
}

/// Ratings of `count` customers who expect `expected` and find `gap` more, number by number.
class Ratings {
 public:
  int next(double expected, double gap) {
    const double z = mot::standard_normal(mot::draw(kSeed, mot::Stream::crowd, customer_++));
    return mot::survey_rating(mot::satisfaction_of(expected, gap), z);
  }

 private:
  static constexpr std::uint64_t kSeed = 2015;
  std::uint64_t customer_ = 0;
};

std::uint64_t bits_at(double part) {
  return static_cast<std::uint64_t>(part * 18446744073709551616.0);
}

}  // namespace

TEST_CASE("scatter is the table's, linear between") {
  CHECK(mot::rating_scatter(1.0) == 2.06);
  CHECK(mot::rating_scatter(2.0) == 1.47);
  CHECK(mot::rating_scatter(7.5) == Approx(1.23));
  CHECK(mot::rating_scatter(9.75) == Approx(0.84));
  CHECK(mot::rating_scatter(10.0) == Approx(0.78));
}

TEST_CASE("a rating is rounded and stays within 1 and 10") {
  CHECK(mot::survey_rating(7.49, 0) == 7);
  CHECK(mot::survey_rating(7.5, 0) == 8);
  CHECK(mot::survey_rating(1.0, -8.2) == 1);
  CHECK(mot::survey_rating(10.0, 8.2) == 10);
  CHECK(mot::survey_rating(8.0, 1.0) == 9);
  CHECK(mot::survey_rating(8.0, -2.0) == 6);
}

TEST_CASE("every row of the table is whole, to what rounding took") {
  for (const auto& row : mot::kRecommendGivenSatisfaction) {
    std::int32_t sum = 0;
    for (const std::int32_t part : row) sum += part;
    CHECK(std::abs(sum - 10'000) <= 3);
  }
}

TEST_CASE("answers come as often as the table says, and 0 only at rating 1") {
  // 200,000 evenly spaced numbers for each rating: exact to the spacing.
  constexpr int kCount = 200'000;
  for (int rating = 1; rating <= 10; ++rating) {
    std::array<int, mot::kAnswers> found{};
    for (int i = 0; i < kCount; ++i) {
      ++found[static_cast<std::size_t>(mot::recommend_at(rating, bits_at((i + 0.5) / kCount)))];
    }
    const auto& row = mot::kRecommendGivenSatisfaction[static_cast<std::size_t>(rating - 1)];
    const double half_of_ones = rating == 1 ? row[0] / 2.0 : 0;
    for (std::size_t answer = 0; answer < mot::kAnswers; ++answer) {
      double percent = answer == 0 ? half_of_ones : row[answer - 1];
      if (answer == 1) percent -= half_of_ones;
      CHECK(found[answer] * 100.0 / kCount == Approx(percent / 100).margin(0.04));
    }
  }
}

TEST_CASE("more bits never answer less") {
  for (int rating = 1; rating <= 10; ++rating) {
    int before = 0;
    for (int i = 0; i < 1000; ++i) {
      const int answer = mot::recommend_at(rating, bits_at(i / 1000.0));
      CHECK(answer >= before);
      before = answer;
    }
  }
}

TEST_CASE("the survey's own customers rate as they did, within 3 points") {
  // Every customer of the survey 20 times, seed 2015.
  constexpr int kTimes = 20;
  const mot::Json data = survey();
  std::array<double, 11> rated{};
  double customers = 0;
  Ratings ratings;
  for (const auto& [pair, count] : *data.find("count_by_expectation_quality")->object()) {
    const double expected = std::stod(pair);
    const double quality = std::stod(pair.substr(pair.find(',') + 1));
    for (std::int64_t i = 0; i < *count.integer() * kTimes; ++i) {
      ++rated[static_cast<std::size_t>(ratings.next(expected, quality - expected))];
      ++customers;
    }
  }
  const double high = 100 * (rated[9] + rated[10]) / customers;
  const double middle = 100 * (rated[7] + rated[8]) / customers;
  INFO("9-10: " << high << " 7-8: " << middle << " 1-6: " << 100 - high - middle);
  CHECK(high == Approx(44.9).margin(3));
  CHECK(middle == Approx(34.3).margin(3));
  CHECK(100 - high - middle == Approx(20.9).margin(3));
}

TEST_CASE("at expectation 8 the mean rating is the survey's, within 0.35 from -6 to +2") {
  // 20,000 customers for each gap, seed 2015: a standard error of at most 0.015.
  constexpr int kCount = 20'000;
  const mot::Json data = survey();
  Ratings ratings;
  int gaps = 0;
  for (const auto& [gap, entry] :
       *data.find("mean_satisfaction_at_expectation_8_by_gap")->object()) {
    if (std::stoi(gap) < -6) continue;
    double sum = 0;
    for (int i = 0; i < kCount; ++i) sum += ratings.next(8, std::stod(gap));
    INFO("gap " << gap);
    CHECK(sum / kCount == Approx((*entry.array())[1].number()).margin(0.35));
    ++gaps;
  }
  CHECK(gaps == 9);
}
