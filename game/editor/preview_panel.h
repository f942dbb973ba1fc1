// The scenario played inside the editor, from the start or from the moment that is selected, with
// any state set by hand; it keeps its place while the text is edited.
#pragma once

#include <memory>

#include "game/editor/panel.h"

namespace mot {

std::unique_ptr<Panel> make_preview_panel();

}  // namespace mot
