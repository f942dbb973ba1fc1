// Every constant of the model, each with its source key (docs/references.md). Formulas that use
// them: gap.h, memory.h, mood.h, satisfaction.h. Implements docs/model.md.
#pragma once

#include <array>

#include "engine/customer/dimensions.h"

namespace mot {

/// Version of the formulas; kept in every playthrough.
inline constexpr int kModelVersion = 1;

/// Importance of the dimensions out of 100 [ZPB1990], in the order of `Dimension`.
inline constexpr std::array<int, kDimensions> kDefaultImportance{32, 22, 19, 16, 11};

/// Expectation levels and ratings run from 1 to 10.
inline constexpr int kLowestLevel = 1;
inline constexpr int kHighestLevel = 10;
/// What is taken to be expected of a dimension for which nobody has given a level (ours). A
/// response that is rated with it meets such an expectation just so.
inline constexpr int kUsualLevel = 7;

/// How long a wait feels, percent: told in advance, and not told [L2012].
inline constexpr int kInformedWaitPercent = 100;
inline constexpr int kUninformedWaitPercent = 136;
/// Levels lost when a wait is twice what was acceptable (ours).
inline constexpr int kWaitSlope = 4;

/// A moment at or below −50 hundredths is misery, at or above +50 magic (ours).
inline constexpr int kMomentLabelThreshold = 50;

/// Satisfaction from expectation and remembered gap, in points [ACSI].
inline constexpr double kSatisfactionIntercept = 0.2665;
inline constexpr double kSatisfactionPerExpectation = 0.9418;
inline constexpr double kSatisfactionPerGain = 0.9024;
inline constexpr double kSatisfactionPerLoss = 1.1188;
inline constexpr double kSatisfactionExponent = 0.88;

/// Likelihood to recommend from satisfaction [ACSI].
inline constexpr double kRecommendIntercept = 0.341;
inline constexpr double kRecommendPerSatisfaction = 0.951;

/// Mood keeps 7 tenths of itself and takes 3 tenths of the impulse [F]; the decay is ours.
inline constexpr int kMoodKeptTenths = 7;
inline constexpr int kMoodTakenTenths = 3;
/// Hundredths of gap per unit of mood impulse (ours).
inline constexpr int kGapPerImpulse = 3;
inline constexpr int kMoodBound = 100;

}  // namespace mot
