// The debrief on the terminal: every moment with what was expected and delivered, then what the
// customer makes of it.
#pragma once

#include "engine/analysis/solve.h"
#include "engine/encounter/session.h"
#include "engine/outcome/scorecard.h"
#include "game/cli/encounter_screen.h"
#include "game/cli/screen.h"

namespace mot {

/// Shows the debrief of an encounter that is over, finished or not. Score, regret and the best
/// responses appear where the scorecard has them from the exact analysis.
void show_debrief(Screen& screen,
                  const PageStyle& style,
                  const Session& session,
                  const Scorecard& scorecard);

/// What the exact analysis adds, by itself: for a debrief that was shown before it was done.
/// Nothing where the scorecard has nothing of it.
void show_best_play(Screen& screen,
                    const PageStyle& style,
                    const Session& session,
                    const Scorecard& scorecard);

/// That the scenario is too large for the best play to be known, and where it lies.
void show_bounds(Screen& screen, const PageStyle& style, const ValueBounds& best);

}  // namespace mot
