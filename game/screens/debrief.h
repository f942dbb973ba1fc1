// After the encounter: how it felt, where the points went, what each choice did and what else could
// have been said, what to do next. Shows what engine/debrief says (docs/debrief.md).
#pragma once

#include <memory>

#include "game/stage/game_context.h"
#include "game/stage/play.h"
#include "game/window/screen.h"

namespace mot {

// Also shows a play that is not over: the account so far. The best play joins when it is worked
// out.
std::unique_ptr<Screen> make_debrief_screen(Toolkit& toolkit,
                                            std::shared_ptr<GameContext> context,
                                            std::shared_ptr<Play> play);

}  // namespace mot
