// Which key and which button of a game pad does what; each can be changed here, and is kept at
// once.
#pragma once

#include <memory>

#include "game/stage/game_context.h"
#include "game/window/screen.h"

namespace mot {

// Goes from the stack when left.
std::unique_ptr<Screen> make_keys_screen(Toolkit& toolkit, std::shared_ptr<GameContext> context);

}  // namespace mot
