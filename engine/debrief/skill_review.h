// Skills of an encounter, now and before; needs and standards. Implements docs/model.md 7.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/debrief/telling.h"

namespace mot {

/// Below this a skill counts as weak.
inline constexpr double kWeakSkill = 60;

/// One skill, 0 … 100.
struct SkillReview {
  /// The word of the format, and the same in the reader's language.
  std::string_view id;
  std::string name;
  /// Nothing where this encounter did not put it to the test.
  std::optional<double> now;
  /// In the latest earlier attempt that put it to the test; nothing where there was none.
  std::optional<double> before;
};

/// A need or a standard, and how it went.
struct ItemReview {
  std::string text;
  bool good = false;
};

/// All of it.
struct SkillsReview {
  /// By Dimension, by Behaviour.
  std::vector<SkillReview> dimensions;
  std::vector<SkillReview> behaviours;
  /// Needs found, then missed; standards kept, then broken.
  std::vector<ItemReview> needs;
  std::vector<ItemReview> standards;
};

/// `earlier` are scorecards of earlier attempts, the latest first.
SkillsReview review_skills(const Telling& telling, const std::vector<Scorecard>& earlier);

/// The skill with the lowest value now, dimensions before behaviours among equals; nothing where
/// none was put to the test.
const SkillReview* weakest(const SkillsReview& skills);

}  // namespace mot
