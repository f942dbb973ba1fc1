// The ways into the editor from the rest of the game.
#pragma once

#include <memory>

#include "game/stage/game_context.h"
#include "game/window/screen.h"

namespace mot {

// Sets the context's doors to the editor and to the page on which scenarios begin. A scenario that
// came with the program is copied into the author's own folder before it is edited.
void hang_editor_doors(Toolkit& toolkit, const std::shared_ptr<GameContext>& context);

}  // namespace mot
