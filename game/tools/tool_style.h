// The look of the trainer's tools: our colours, radii and distances for Dear ImGui.
#pragma once

#include <imgui.h>

#include "game/window/geometry.h"

namespace mot {

// Sets style and colours. `scale`: pixels a logical unit; `strong`: of high contrast.
void apply_tool_style(float scale, bool strong);

ImVec4 tool_colour(Colour colour);
ImU32 packed(Colour colour);

}  // namespace mot
