// What a scenario is about, at a glance: enough to choose one of many without loading any of them,
// which would take longer than a debrief may. Reads lines, not YAML: what is written in an unusual
// way is left out, and nothing of it is ever scored.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/customer/dimensions.h"
#include "engine/scenario/model.h"
#include "engine/scenario/reading.h"

namespace mot {

/// A scenario at a glance.
struct ScenarioGlance {
  /// Its file; empty where a text alone was looked at.
  std::string path;
  std::string id;
  std::string title;
  std::string setting;
  /// 1 … 5; 0: not given.
  int difficulty = 0;
  /// 0: not given.
  int minutes = 0;
  bool draft = false;
  /// Scored decisions, and by dimension those that put it at stake.
  int decisions = 0;
  std::array<int, kDimensions> at_stake{};
  /// By behaviour: responses that show it.
  std::array<int, kBehaviours> shows{};

  friend bool operator==(const ScenarioGlance&, const ScenarioGlance&) = default;
};

/// Glances at the text of a scenario's file; nothing where it is none. The title is in the file's
/// own language.
std::optional<ScenarioGlance> glance(std::string_view text);

/// The title in the text of a translation's file; empty where there is none.
std::string glance_at_title(std::string_view translation);

/// Glances at all scenarios of a library, by path; titles in the reader's language
/// where a translation lies beside.
std::vector<ScenarioGlance> glance_at_library(const std::string& library,
                                              std::string_view language);

/// The same of a scenario that is loaded, exact.
ScenarioGlance glance_at(const Scenario& scenario, const Reading& reading);

}  // namespace mot
