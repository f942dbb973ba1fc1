// The ways between the screens: from the library over the briefing into the play, from there to the
// debrief, and back.
#pragma once

#include <memory>

#include "engine/records/play_folder.h"
#include "game/stage/game_context.h"
#include "game/stage/play.h"

namespace mot {

// Sets the context's doors. Screens made through them replace the asking one; settings are pushed.
void hang_doors(Toolkit& toolkit, const std::shared_ptr<GameContext>& context);

// A kept play again; null where it is no play of this scenario.
std::shared_ptr<Play> kept_play(GameContext& context,
                                std::shared_ptr<const Scenario> scenario,
                                const KeptPlay& kept);

}  // namespace mot
