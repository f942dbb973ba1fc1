// What is said above the figures of a debrief: what must be known before one reads them, and where
// the debrief was saved.
#pragma once

#include <string>
#include <vector>

#include "game/screens/play_debrief.h"
#include "game/stage/game_context.h"
#include "game/stage/play.h"
#include "game/window/canvas.h"

namespace mot {

// Everything that must be said before the figures; empty where nothing must.
std::vector<std::string> debrief_notices(const Play& play,
                                         const PlayDebrief& told,
                                         const GameContext& context);

// Draws the notices in one box and `saved` in another, each only where there is something to say,
// from `y` on over the width of the page; returns where what follows begins.
float draw_debrief_notes(Canvas& canvas,
                         float y,
                         const std::vector<std::string>& notices,
                         const std::string& saved);

}  // namespace mot
