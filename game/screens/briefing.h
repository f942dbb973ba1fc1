// Before the first word: who comes, what is known, how to play.
#pragma once

#include <memory>

#include "game/stage/game_context.h"
#include "game/window/screen.h"

namespace mot {

std::unique_ptr<Screen> make_briefing_screen(Toolkit& toolkit,
                                             std::shared_ptr<GameContext> context,
                                             std::shared_ptr<const Scenario> scenario);

}  // namespace mot
