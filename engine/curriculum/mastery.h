// How well a learner masters each skill, traced over many attempts. Implements docs/model.md 7.
#pragma once

#include <array>
#include <cstddef>

#include "engine/customer/dimensions.h"
#include "engine/records/attempt.h"

namespace mot {

/// Bayesian knowledge tracing [CA1995]; start values ours.
inline constexpr double kKnownAtStart = 0.30;
inline constexpr double kLearned = 0.15;
inline constexpr double kSlip = 0.10;
inline constexpr double kMostGuess = 0.30;
inline constexpr double kMastered = 0.95;

/// Chance to be right by guessing among `options`: 1/options, at most .30.
double guess_among(int options);

/// The chance that a skill is known after one more answer. Example: .30, right, of 4 options →
/// .6657.
double known_after(double known, bool right, int options);

/// The chance of a right answer of somebody who knows the skill with this chance.
double chance_of_right(double known, int options);

/// One skill.
struct SkillMastery {
  double known = kKnownAtStart;
  /// Choices that were evidence.
  int seen = 0;

  bool mastered() const { return known >= kMastered; }
  friend bool operator==(const SkillMastery&, const SkillMastery&) = default;
};

struct Mastery {
  std::array<SkillMastery, kDimensions> dimensions;
  std::array<SkillMastery, kBehaviours> behaviours;

  friend bool operator==(const Mastery&, const Mastery&) = default;
};

/// Adds the choices of an attempt, in their order: one graded best or good is right, for each
/// dimension at stake and each behaviour of the best response.
void add_attempt(Mastery& mastery, const AttemptScore& score);

}  // namespace mot
