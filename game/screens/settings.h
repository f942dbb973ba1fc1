// Language, text size, motion, window, sound, time limits, the learner's name, the data folder;
// kept at once, and all of it reset. And the notice about trademarks.
#pragma once

#include <memory>

#include "game/stage/game_context.h"
#include "game/window/screen.h"

namespace mot {

// Goes from the stack when left.
std::unique_ptr<Screen> make_settings_screen(Toolkit& toolkit,
                                             std::shared_ptr<GameContext> context);

}  // namespace mot
