// The field's terms and what they mean, with a search.
#pragma once

#include <memory>

#include "game/stage/game_context.h"
#include "game/window/screen.h"

namespace mot {

// Goes from the stack when left.
std::unique_ptr<Screen> make_glossary_screen(Toolkit& toolkit,
                                             std::shared_ptr<GameContext> context);

}  // namespace mot
