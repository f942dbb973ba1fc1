// The debrief's line: ground, lines that grow, markers that can be picked.
#pragma once

#include "game/screens/debrief_panels.h"

namespace mot {

// Draws the line into a panel of that width, its lines as far as `grown`, 0 … 1, says, and places
// its markers as controls "marker-1" …, that of the choice `picked` in a ring. Returns the height.
float draw_timeline(const DebriefInk& ink,
                    Vec at,
                    float width,
                    const PlayDebrief& told,
                    float grown,
                    std::size_t picked);

}  // namespace mot
