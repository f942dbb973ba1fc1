// The first screen: what to go on with, and all scenarios to choose from.
#pragma once

#include <memory>

#include "game/stage/game_context.h"
#include "game/window/screen.h"

namespace mot {

std::unique_ptr<Screen> make_library_screen(Toolkit& toolkit, std::shared_ptr<GameContext> context);

}  // namespace mot
