// Small random stories for the tests of the analysis: everything the format has that steers an
// encounter, from a seed.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "engine/scenario/model.h"

namespace mot::test {

/// What a story may contain.
struct StoryShape {
  int decisions = 5;
  bool fate = true;
  bool conditions = true;
  /// Responses may lead back, so that states come again.
  bool circles = false;
};

/// The story of a seed as YAML.
std::string story_text(std::uint32_t seed, const StoryShape& shape);

/// The same loaded; fails the test where it has errors.
std::shared_ptr<const Scenario> story(std::uint32_t seed, const StoryShape& shape);

}  // namespace mot::test
