// Two debriefs side by side: which moments both went through, where the ways part, what it made of
// outcome and skills.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/debrief/debrief.h"

namespace mot {

/// One moment that one or both went through.
struct ComparedMoment {
  std::string id;
  std::string title;
  /// Index into the moments of the first and of the second debrief; nothing where it was not met.
  std::optional<std::size_t> first;
  std::optional<std::size_t> second;
  /// Both took the same response.
  bool same = false;
};

/// A skill in both, 0 … 100; nothing where it was not put to the test.
struct ComparedSkill {
  std::string_view id;
  std::string name;
  std::optional<double> first;
  std::optional<double> second;
};

/// The comparison.
struct Comparison {
  bool same_scenario = false;
  /// In the order they were met; empty for different scenarios.
  std::vector<ComparedMoment> moments;
  /// Index into `moments`: where the ways first part; nothing where they never do.
  std::optional<std::size_t> parting;
  std::vector<ComparedSkill> skills;
};

/// Compares two debriefs in the same language. `same_scenario`: they are of one scenario.
Comparison compare(const Debrief& first, const Debrief& second, bool same_scenario);

}  // namespace mot
