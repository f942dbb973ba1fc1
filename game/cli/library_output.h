// What `mot library` prints: the list of a library, and with --stats the figures of each scenario
// and of all together, as JSON or as text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/aims.h"
#include "engine/base/json.h"
#include "engine/scenario/contents.h"
#include "engine/scenario/library.h"
#include "engine/text/ui_strings.h"

namespace mot {

/// One scenario of the list.
struct LibraryRow {
  LibraryScenario entry;
  ScenarioContents contents;
  /// With --stats.
  std::optional<ScenarioFigures> figures;
};

/// The object of `mot library --json`.
Json library_json(const std::string& library, const std::vector<LibraryRow>& rows, bool stats);

/// One line a scenario, titles in the reader's language.
std::string library_text(const std::vector<LibraryRow>& rows, const UiStrings& words);

/// The tables of --stats, at most 120 columns wide where ids are not longer than 28. Requires
/// figures in every row.
std::string library_stats_text(const std::vector<LibraryRow>& rows, const UiStrings& words);

}  // namespace mot
