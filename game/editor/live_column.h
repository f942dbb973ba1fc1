// The right column of the editor: what is wrong, what best and worst play come to, what simulated
// customers say, and what smells.
#pragma once

#include "game/editor/editor_context.h"
#include "game/tools/tool_ui.h"

namespace mot {

void draw_live_column(ToolUi& ui, EditorContext& context);

// Selects what stands at a line of the text (from 1): the moment or response around it.
void select_line(EditorContext& context, std::uint32_t line);

}  // namespace mot
