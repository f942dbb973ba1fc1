// docs/model.md 5.
#include "engine/customer/mood.h"

#include <algorithm>

#include "engine/customer/constants.h"

namespace mot {

int mood_after(int mood, int gap) {
  // Impulse clamp(D/3, ±100) is kept as thirds, so the only rounding is the last one: (7·m +
  // 3·(t/3))/10 = (7·m·3 + 3·t)/30.
  constexpr int kBoundThirds = kMoodBound * kGapPerImpulse;
  const int thirds = std::clamp(gap, -kBoundThirds, kBoundThirds);
  const int numerator = kMoodKeptTenths * mood * kGapPerImpulse + kMoodTakenTenths * thirds;
  constexpr int kDenominator = 10 * kGapPerImpulse;
  const int magnitude = numerator < 0 ? -numerator : numerator;
  const int rounded = (2 * magnitude + kDenominator) / (2 * kDenominator);
  return std::clamp(numerator < 0 ? -rounded : rounded, -kMoodBound, kMoodBound);
}

Feeling face_of_mood(int mood) {
  if (mood >= 30) return Feeling::delighted;
  if (mood >= 10) return Feeling::pleased;
  if (mood > -10) return Feeling::neutral;
  if (mood > -40) return Feeling::annoyed;
  return Feeling::angry;
}

}  // namespace mot
