// Playing a scenario as it stands in the editor. Nothing of it is recorded, and wherever the player
// leaves it, the editor is there again.
#pragma once

#include <memory>

#include "game/stage/game_context.h"
#include "game/window/screen.h"

namespace mot {

// The screen to be pushed on top of the editor. Call end_play_from_editor() when the editor is
// resumed.
std::unique_ptr<Screen> play_from_editor(Toolkit& toolkit,
                                         const std::shared_ptr<GameContext>& context,
                                         std::shared_ptr<const Scenario> scenario);
void end_play_from_editor(Toolkit& toolkit, const std::shared_ptr<GameContext>& context);

}  // namespace mot
