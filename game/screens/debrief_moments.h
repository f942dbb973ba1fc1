// The debrief's account of one choice after the other: the chips to pick one, and the one that is
// picked in full.
#pragma once

#include "game/screens/debrief_contents.h"
#include "game/stage/game_context.h"
#include "game/window/widgets.h"

namespace mot {

// Draws chips "moment-1" … from `left_top`; with their titles where all fit into one row, else with
// numbers, and the title of the picked one. Returns the height.
float draw_moment_chips(Canvas& canvas,
                        Ui& ui,
                        Vec left_top,
                        float width,
                        const DebriefContents& contents,
                        std::size_t picked);

// Draws the account of a choice; `about_best` says why the best response is not known. Returns the
// height.
float draw_moment(Canvas& canvas,
                  Vec left_top,
                  float width,
                  const DebriefMoment& moment,
                  const std::string& about_best,
                  const Scenario& scenario,
                  GameContext& context,
                  const std::string& customer);

}  // namespace mot
