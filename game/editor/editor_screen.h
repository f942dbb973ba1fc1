// The trainer's editor of one scenario: outline, panels, what is known about it.
#pragma once

#include <memory>
#include <string>

#include "engine/base/result.h"
#include "game/stage/game_context.h"
#include "game/window/screen.h"

namespace mot {

// Sets the context's door to the editor: a scenario that came with the program is copied into the
// author's own folder first.
void hang_editor_door(Toolkit& toolkit, const std::shared_ptr<GameContext>& context);

// Opens the file; refuses one that cannot be read or is not there. `said` is what the editor says
// first.
Result<std::unique_ptr<Screen>> make_editor_screen(Toolkit& toolkit,
                                                   std::shared_ptr<GameContext> context,
                                                   const std::string& path,
                                                   const std::string& said = {});

}  // namespace mot
