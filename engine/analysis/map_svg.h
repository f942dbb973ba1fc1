// A scenario's map as a picture: an SVG file of its own, readable in black and white.
#pragma once

#include <string>

#include "engine/analysis/scenario_map.h"
#include "engine/scenario/reading.h"
#include "engine/text/ui_strings.h"

namespace mot {

/// The picture, from `<?xml` to the last line end. Titles are in the reading's language, what the
/// signs mean in that of `words` (keys map.…). Text is never markup.
std::string map_svg(const Scenario& scenario,
                    const ScenarioMap& map,
                    const Reading& reading,
                    const UiStrings& words);

/// The same for Graphviz: boxes in clusters by stage.
std::string map_dot(const Scenario& scenario,
                    const ScenarioMap& map,
                    const Reading& reading,
                    const UiStrings& words);

}  // namespace mot
