// The panel with the customer's answer in the survey: gauge, categories, comment, prediction.
#pragma once

#include <optional>

#include "game/screens/figure_pictures.h"
#include "game/screens/play_debrief.h"

namespace mot {

// Draws the panel with the gauge's needle at `needle`; returns the height that its texts need,
// which may be more than the box's.
float draw_survey_panel(Canvas& canvas,
                        Rect box,
                        const PlayDebrief& told,
                        FigurePictures& figures,
                        const UiStrings& words,
                        float text_size,
                        float needle);

}  // namespace mot
