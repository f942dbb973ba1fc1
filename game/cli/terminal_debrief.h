// The debrief on the terminal: every moment with what was expected and delivered, then what the
// customer makes of it.
#pragma once

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

}  // namespace mot
