// The trainer's dashboard: how the cohort does, who needs help, what a scenario's moments show.
#pragma once

#include <memory>

#include "game/stage/game_context.h"
#include "game/window/screen.h"

namespace mot {

// Asks for the PIN first where the records have one.
std::unique_ptr<Screen> make_dashboard_screen(Toolkit& toolkit,
                                              std::shared_ptr<GameContext> context);

}  // namespace mot
