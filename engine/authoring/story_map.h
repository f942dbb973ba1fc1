// The map that an editor shows: boxes with a row for every way on, placed in lanes by stage. Made
// of a scenario and the best play found in it; may be called on any thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/analysis/layered_layout.h"
#include "engine/analysis/scenario_map.h"

namespace mot {

/// Sizes, in logical units.
inline constexpr double kMapBoxWidth = 200;
inline constexpr double kMapBoxHead = 46;
inline constexpr double kMapRow = 22;
inline constexpr double kMapBoxFoot = 6;

/// A way on that can be led elsewhere.
struct MapRow {
  /// Id of the response; empty: the moment itself goes on.
  std::string response;
  /// What is said or done.
  std::string text;
  bool on_best_path = false;
};

/// What is in a box of the map, by its index.
struct MapCard {
  /// Id of the moment; empty: the condition of a leave.
  std::string moment;
  std::string text;
  std::vector<MapRow> rows;
};

struct StoryMap {
  std::shared_ptr<const Scenario> scenario;
  ScenarioMap map;
  std::vector<MapCard> cards;
  LayeredLayout layout;
};

/// `best`: the choices of best play, "moment.response" each; empty where that is not known. What
/// nothing leads to is called unreachable.
StoryMap story_map(std::shared_ptr<const Scenario> scenario, const std::vector<std::string>& best);

}  // namespace mot
