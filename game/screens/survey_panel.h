// The debrief's panel of the survey: would the customer recommend, how satisfied, in which words.
#pragma once

#include "game/screens/debrief_contents.h"
#include "game/window/canvas.h"

namespace mot {

// Draws the panel with the gauge's needle at `needle`; `about_best` says why the best play is not
// known, empty where it is. Returns the height that the texts need, which may be more than the
// box's.
float draw_survey_panel(Canvas& canvas,
                        Rect box,
                        const DebriefContents& contents,
                        const std::string& about_best,
                        const UiStrings& words,
                        float needle);

}  // namespace mot
