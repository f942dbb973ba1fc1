// What the last choice came to, said at once in practice: of the debrief's own figures.
#pragma once

#include <vector>

#include "engine/text/ui_strings.h"
#include "game/stage/play.h"
#include "game/stage/stage_notes.h"

namespace mot {

struct SolvedScenario;

// The coach's sentence, then what was expected and delivered with what the choice cost; in the
// words' language. `solved`: the play's scenario solved, for what it costs in the end; null or
// another scenario: only what it did at once. Requires a choice.
std::vector<NotePart> feedback_on_last_choice(const Play& play,
                                              const UiStrings& words,
                                              SolvedScenario* solved);

}  // namespace mot
