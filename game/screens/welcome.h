// What a player sees once, before the library: the language, a name, the size of the letters.
#pragma once

#include <memory>

#include "game/stage/game_context.h"
#include "game/window/screen.h"

namespace mot {

// Goes over into the library, and is not shown again.
std::unique_ptr<Screen> make_welcome_screen(Toolkit& toolkit, std::shared_ptr<GameContext> context);

}  // namespace mot
