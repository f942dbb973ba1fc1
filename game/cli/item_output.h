// What `mot analyse --playthroughs` prints: item statistics as JSON or as text.
#pragma once

#include <cstddef>
#include <string>

#include "engine/analysis/item_statistics.h"
#include "engine/base/json.h"
#include "engine/scenario/reading.h"
#include "engine/text/ui_strings.h"

namespace mot {

/// Playthroughs of a folder by what became of them.
struct PlaysRead {
  /// Counted in the statistics.
  std::size_t used = 0;
  /// Of another scenario.
  std::size_t other = 0;
  /// Of this one, but its choices do not fit any more, or its meaning has changed.
  std::size_t changed = 0;
  /// Files that are no playthroughs.
  std::size_t unreadable = 0;
};

/// The object of `mot analyse --playthroughs --json`.
Json items_json(const Scenario& scenario, const PlaysRead& read, const ItemStatistics& items);

/// The same for people, in their language.
std::string items_text(const Scenario& scenario,
                       const PlaysRead& read,
                       const ItemStatistics& items,
                       const UiStrings& words,
                       const Reading& reading);

}  // namespace mot
