// What a scenario consists of, counted from its file alone: for lists of a library.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scenario/model.h"

namespace mot {

/// How much there is to read in one language.
struct LanguageSize {
  std::string language;
  /// Texts of the scenario's own file; customer and journey count where they stand in it. Each wide
  /// sign (Chinese) is a word.
  std::size_t words = 0;
  /// Texts of the file that are not translated into it.
  std::size_t untranslated = 0;
};

/// Counts of a scenario.
struct ScenarioContents {
  std::size_t moments = 0;
  std::size_t decisions = 0;
  /// Decisions with something at stake.
  std::size_t scored = 0;
  std::size_t responses = 0;
  std::size_t endings = 0;
  std::size_t needs = 0;
  /// Responses that have the customer wait.
  std::size_t waits = 0;
  /// Dimensions in which the responses of some scored decision differ: those a play shows something
  /// of.
  BitSet8 dimensions = 0;
  /// Rooms behind it, each once at whatever times of day, in the order in which they come.
  std::vector<std::string_view> scenes;
  /// Its own language first.
  std::vector<LanguageSize> languages;
};

/// Counts. The views point into the scenario.
ScenarioContents contents_of(const Scenario& scenario);

}  // namespace mot
