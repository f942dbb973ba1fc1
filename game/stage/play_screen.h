// The encounter on the stage: the customer speaks, the trainee answers.
#pragma once

#include <memory>

#include "game/window/screen.h"

namespace mot {

class GameContext;
class Play;

// Plays on from where `play` stands. At the end it is replaced by GameContext::after_play(play),
// when left by open_library(); where a door is missing it goes from the stack.
std::unique_ptr<Screen> make_play_screen(Toolkit& toolkit,
                                         std::shared_ptr<GameContext> context,
                                         std::shared_ptr<Play> play);

}  // namespace mot
