// After the encounter: what happened at each choice, what it did, whether the customer would
// recommend, and what the best play would have been, as soon as that is worked out.
#pragma once

#include <memory>

#include "game/stage/game_context.h"
#include "game/stage/play.h"
#include "game/window/screen.h"

namespace mot {

// Also shows a play that is not over: the account so far.
std::unique_ptr<Screen> make_debrief_screen(Toolkit& toolkit,
                                            std::shared_ptr<GameContext> context,
                                            std::shared_ptr<Play> play);

}  // namespace mot
