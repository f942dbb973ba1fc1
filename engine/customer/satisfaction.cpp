// docs/model.md 3 and 4.
#include "engine/customer/satisfaction.h"

#include <algorithm>
#include <cmath>

#include "engine/customer/constants.h"

namespace mot {

double satisfaction_of(double expectation, double remembered_gap) {
  const double base = kSatisfactionIntercept + kSatisfactionPerExpectation * expectation;
  const double felt = std::pow(std::fabs(remembered_gap), kSatisfactionExponent);
  const double s =
      remembered_gap < 0 ? base - kSatisfactionPerLoss * felt : base + kSatisfactionPerGain * felt;
  return std::clamp(s, double{kLowestLevel}, double{kHighestLevel});
}

int satisfaction(int expectation, const Ledger& ledger) {
  return satisfaction(expectation, remembered_gap(ledger));
}

int satisfaction(int expectation, const RememberedGap& remembered) {
  const double s = satisfaction_of(expectation / 100.0, remembered.points());
  return static_cast<int>(std::floor(s * 100.0 + 0.5));
}

double csat(double satisfaction) {
  return (satisfaction - kLowestLevel) / (kHighestLevel - kLowestLevel) * 100.0;
}

int recommend(int satisfaction) {
  if (satisfaction <= 100 * kLowestLevel) return 0;
  const double likelihood = kRecommendIntercept + kRecommendPerSatisfaction * satisfaction / 100.0;
  return std::clamp(static_cast<int>(std::floor(likelihood + 0.5)), 0, 10);
}

Category category_of(int recommend) {
  if (recommend >= 9) return Category::promoter;
  return recommend >= 7 ? Category::passive : Category::detractor;
}

}  // namespace mot
