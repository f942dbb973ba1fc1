// The library on the terminal: what can be played, and what was begun and not finished.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/records/play_folder.h"
#include "engine/scenario/library.h"
#include "engine/text/ui_strings.h"
#include "game/cli/line_input.h"
#include "game/cli/screen.h"

namespace mot {

/// What was chosen: an entry, begun anew or to be continued.
struct MenuChoice {
  LibraryScenario entry;
  std::optional<KeptPlay> unfinished;
};

/// The newest unfinished play of each scenario that has none newer, newest first.
std::vector<KeptPlay> unfinished_plays(const std::string& folder);

/// Shows the scenarios of options.library and waits for a choice. Nothing: the player left.
std::optional<MenuChoice> choose_from_library(Screen& screen,
                                              LineInput& input,
                                              const UiStrings& words,
                                              const std::string& language,
                                              const LoadOptions& options);

}  // namespace mot
