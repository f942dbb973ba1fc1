// The figures of a whole library, added up from its scenarios.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "game/cli/library_output.h"

namespace mot {

/// Sums over all scenarios.
struct LibraryTotals {
  std::size_t scenarios = 0;
  std::size_t drafts = 0;
  std::size_t decisions = 0;
  std::size_t responses = 0;
  /// Ids, each once.
  std::set<std::string> customers;
  std::set<std::string> scenes;
  std::set<std::string> settings;
  /// Words by language, in the order in which languages come.
  std::vector<std::pair<std::string, std::size_t>> words;
  /// Languages that every scenario can be read in.
  std::vector<std::string> common_languages;
  /// With --stats.
  DecisionShare longest;
  DecisionShare first;
};

/// Adds up.
LibraryTotals totals_of(const std::vector<LibraryRow>& rows);

/// A share outside what a library aims at; never of fewer than ten decisions.
bool misses_aim(const DecisionShare& share);

}  // namespace mot
