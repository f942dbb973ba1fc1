// The look of the trainer's tools: our colours, radii and distances for Dear ImGui.
#pragma once

#include <imgui.h>

#include "engine/base/diagnostic.h"
#include "game/window/geometry.h"

namespace mot {

// Sets style and colours. `scale`: pixels a logical unit; `strong`: of high contrast.
void apply_tool_style(float scale, bool strong);

ImVec4 tool_colour(Colour colour);
ImU32 packed(Colour colour);
// Of the dot that stands for a finding.
Colour colour_of(Severity severity);

}  // namespace mot
