// The debrief's account of one choice after the other: the chips to pick one, the one that is
// picked in full, and what else could have been said there, with the way to play on from it.
#pragma once

#include "engine/debrief/debrief.h"
#include "game/stage/game_context.h"
#include "game/window/widgets.h"

namespace mot {

// Draws chips "moment-1" … from `left_top`; with their titles where all fit into one row, else with
// numbers, and the title of the picked one. Returns the height.
float draw_moment_chips(Canvas& canvas,
                        Ui& ui,
                        Vec left_top,
                        float width,
                        const Debrief& debrief,
                        std::size_t picked);

// Draws the account of a choice; returns its height. `scenario` has the faces.
float draw_moment(Canvas& canvas,
                  Vec left_top,
                  float width,
                  const Debrief& debrief,
                  std::size_t picked,
                  const Scenario& scenario,
                  GameContext& context);

// Draws every option that was not taken, each with a button "what-if-K" (its place in
// MomentReview::options, from 1), and what was not on offer; returns the height.
float draw_other_options(Canvas& canvas,
                         Ui& ui,
                         Vec left_top,
                         float width,
                         const MomentReview& moment,
                         GameContext& context);

}  // namespace mot
