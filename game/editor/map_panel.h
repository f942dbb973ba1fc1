// The scenario as a map: stages as lanes, the best path, what nothing leads to. A click selects, a
// drag from a response to a moment leads it there.
#pragma once

#include <memory>

#include "game/editor/panel.h"

namespace mot {

std::unique_ptr<Panel> make_map_panel();

}  // namespace mot
