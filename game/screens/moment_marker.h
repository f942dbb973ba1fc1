// How a moment of truth was felt, as the shape and colour of its marker: circle (magic), square
// (neutral), diamond (misery), a dot where nothing was at stake.
#pragma once

#include "engine/debrief/moment_review.h"
#include "game/window/canvas.h"

namespace mot {

Colour colour_of(MomentLabel label);
// What is legible on that colour.
Colour ink_on(MomentLabel label);

// The marker of a choice; its number is left out below a radius of 8.
void draw_marker(Canvas& canvas, Vec centre, float radius, MomentLabel label, int number);

}  // namespace mot
