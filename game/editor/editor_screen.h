// The trainer's editor of one scenario: outline, panels, what is known about it.
#pragma once

#include <memory>
#include <string>

#include "engine/base/result.h"
#include "game/stage/game_context.h"
#include "game/window/screen.h"

namespace mot {

// Opens the file; refuses one that cannot be read or is not there. `said` is what the editor says
// first.
Result<std::unique_ptr<Screen>> make_editor_screen(Toolkit& toolkit,
                                                   std::shared_ptr<GameContext> context,
                                                   const std::string& path,
                                                   const std::string& said = {});

}  // namespace mot
