// What customers of a given satisfaction answer in a survey: the scatter of their ratings and of
// their answers to "would you recommend us?", as the survey's customers scattered. For crowd.h.
// Implements docs/model.md 4.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "engine/base/draw.h"
#include "engine/customer/constants.h"

namespace mot {

/// Ratings 1 … 10 and answers 0 … 10.
inline constexpr std::size_t kRatings = 10;
inline constexpr std::size_t kAnswers = 11;

/// Standard deviation of ratings at satisfaction 1 … 10, linear between [ACSI].
inline constexpr std::array<double, kRatings> kRatingScatter{2.06, 1.47, 1.67, 1.73, 1.55,
                                                             1.48, 1.30, 1.16, 1.02, 0.78};

/// Answers 1 … 10 in hundredths of a percent, one row for each rating 1 … 10 [ACSI].
inline constexpr std::array<std::array<std::int32_t, kRatings>, kRatings>
    kRecommendGivenSatisfaction{{{8552, 690, 276, 138, 138, 69, 0, 0, 69, 69},
                                 {4762, 2381, 857, 476, 667, 190, 95, 95, 190, 286},
                                 {2878, 1799, 2158, 935, 935, 504, 288, 288, 144, 72},
                                 {1683, 962, 1923, 1971, 2067, 577, 337, 337, 96, 48},
                                 {740, 621, 859, 1360, 3007, 1456, 1146, 358, 286, 167},
                                 {207, 159, 382, 938, 1685, 2687, 1971, 1113, 572, 286},
                                 {117, 54, 180, 270, 739, 1658, 3000, 2360, 1108, 514},
                                 {38, 19, 32, 83, 244, 577, 1429, 3647, 2526, 1404},
                                 {33, 13, 20, 33, 114, 174, 375, 1546, 4357, 3333},
                                 {10, 0, 0, 30, 0, 50, 154, 348, 954, 8455}}};

/// For each rating, how many of the table's hundredths of a percent lie at or below an answer
/// 0 … 10. At rating 1, half of the answers "1" are 0 (ours).
using AnswerTable = std::array<std::array<std::int32_t, kAnswers>, kRatings>;
constexpr AnswerTable answers_at_or_below() {
  AnswerTable table{};
  for (std::size_t r = 0; r < kRatings; ++r) {
    std::int32_t sum = 0;
    table[r][0] = r == 0 ? kRecommendGivenSatisfaction[0][0] / 2 : 0;
    for (std::size_t answer = 1; answer < kAnswers; ++answer) {
      sum += kRecommendGivenSatisfaction[r][answer - 1];
      table[r][answer] = sum;
    }
  }
  return table;
}
inline constexpr AnswerTable kAnswersAtOrBelow = answers_at_or_below();

/// Scatter of ratings at a satisfaction of 1 … 10. Example: 7.5 → 1.23.
inline double rating_scatter(double satisfaction) {
  const auto below = std::min(static_cast<std::size_t>(satisfaction) - 1, kRatings - 2);
  const double part = satisfaction - static_cast<double>(below + 1);
  return kRatingScatter[below] + part * (kRatingScatter[below + 1] - kRatingScatter[below]);
}

/// The rating 1 … 10 of a customer with this satisfaction (1 … 10) and this standard normal number.
inline int survey_rating(double satisfaction, double normal) {
  const double rating = satisfaction + normal * rating_scatter(satisfaction);
  const double kept = std::clamp(rating, double{kLowestLevel}, double{kHighestLevel});
  return static_cast<int>(kept + 0.5);
}

/// The answer 0 … 10 of a customer who rates 1 … 10, from 64 random bits. More bits never answer
/// less, so that what a change does to a crowd shows early.
inline int recommend_at(int rating, std::uint64_t bits) {
  const auto& row = kAnswersAtOrBelow[static_cast<std::size_t>(rating - 1)];
  const auto place =
      static_cast<std::int32_t>(below(bits, static_cast<std::uint32_t>(row[kAnswers - 1])));
  int answer = 0;
  for (std::size_t i = 0; i + 1 < kAnswers; ++i) answer += place >= row[i] ? 1 : 0;
  return answer;
}

}  // namespace mot
