// Mood: what faces and conditions see, −100 … 100. Implements docs/model.md 5.
#pragma once

#include <algorithm>

#include "engine/customer/constants.h"
#include "engine/customer/dimensions.h"

namespace mot {

/// Mood after a scored moment with this gap (hundredths): (7·mood + 3·clamp(D/3, ±100))/10, one
/// exact rounding, half away from zero [F]. Example: mood 0, gap 100 → 10.
inline int mood_after(int mood, int gap) {
  // The impulse is kept as thirds, so the only rounding is the last one: (7·m + 3·(t/3))/10 =
  // (7·m·3 + 3·t)/30. Inline for the sake of step.h.
  constexpr int kBoundThirds = kMoodBound * kGapPerImpulse;
  constexpr int kDenominator = 10 * kGapPerImpulse;
  constexpr int kHalf = kDenominator / 2;
  static_assert(2 * kHalf == kDenominator);
  const int thirds = std::clamp(gap, -kBoundThirds, kBoundThirds);
  const int numerator = kMoodKeptTenths * mood * kGapPerImpulse + kMoodTakenTenths * thirds;
  // The sign's bits give ± kHalf without a jump that the processor would have to guess.
  const int sign = numerator >> 31;
  const int rounded = (numerator + ((kHalf ^ sign) - sign)) / kDenominator;
  return std::clamp(rounded, -kMoodBound, kMoodBound);
}

/// The face where a line names none: ≥ 30 delighted, ≥ 10 pleased, > −10 neutral, > −40 annoyed,
/// else angry.
Feeling face_of_mood(int mood);

}  // namespace mot
