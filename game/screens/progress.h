// What a learner has reached: skills over time, what is due today, every attempt, the courses and
// their certificates.
#pragma once

#include <memory>

#include "game/stage/game_context.h"
#include "game/window/screen.h"

namespace mot {

std::unique_ptr<Screen> make_progress_screen(Toolkit& toolkit,
                                             std::shared_ptr<GameContext> context);

}  // namespace mot
