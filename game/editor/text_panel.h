// The scenario's text itself: colours, line numbers, what is wrong in the margin.
#pragma once

#include <memory>

#include "game/editor/panel.h"

namespace mot {

std::unique_ptr<Panel> make_text_panel();

}  // namespace mot
