// The line in which the editor speaks.
#pragma once

#include "game/editor/editor_context.h"
#include "game/tools/tool_ui.h"

namespace mot {

// What was said last, else what is wrong with the text. `room`: the margin at either side and the
// height of the line, logical units; `size`: of the window, pixels. A script sees "said-wrong"
// where it is a refusal or a fault.
void draw_status_line(ToolUi& ui, EditorContext& context, ImVec2 room, ImVec2 size);

}  // namespace mot
