// The words on a scenario's map, the same in every format of it. Only map_*.cpp include this.
#pragma once

#include <string>
#include <vector>

#include "engine/analysis/scenario_map.h"
#include "engine/scenario/reading.h"
#include "engine/text/ui_strings.h"

namespace mot {

/// What the texts of a map are taken from.
struct MapTexts {
  const Scenario& scenario;
  const ScenarioMap& map;
  const Reading& reading;
  const UiStrings& words;

  /// The id of a moment; of a leave its condition.
  std::string name(const MapBox& box) const;
  /// What it is about, in a line: touchpoint, what is said, how it ends.
  std::string title(const MapBox& box) const;
  /// Everything about a box: all that is said and can be answered.
  std::string account(const MapBox& box) const;
  /// What is written on a line; empty where the box it leaves has no other.
  std::string label(const MapLine& line) const;
  std::string lane(std::size_t index) const;
};

}  // namespace mot
