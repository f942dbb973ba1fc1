// Who plays: a name or a pseudonym, a group; taking all of one's own along, or having it deleted.
#pragma once

#include <memory>

#include "game/stage/game_context.h"
#include "game/window/screen.h"

namespace mot {

// Goes from the stack when left.
std::unique_ptr<Screen> make_learners_screen(Toolkit& toolkit,
                                             std::shared_ptr<GameContext> context);

}  // namespace mot
