// What becomes of the colours of the theme for those who need more contrast: what is written stands
// out 7 to 1 from what it stands on (WCAG 2.2, 1.4.6), edges are drawn around what is tinted.
#pragma once

#include "game/window/geometry.h"
#include "game/window/pixels.h"

namespace mot::high_contrast {

// Letters and icons: nearly black or, where they were light, white.
Colour ink(Colour colour);
// Grounds and filled shapes: nearly white, or dark enough for white letters; a hue stays.
Colour fill(Colour colour);
// Lines and borders: dark, or white where they were nearly white.
Colour edge(Colour colour);
// Is a shape of this colour so light that it needs an edge to be told from a white ground?
bool wants_edge(Colour colour);

// A drawn figure, whose letters and grounds are one picture: dark becomes darker, light lighter.
// Premultiplied.
void stretch(Pixels& picture);

}  // namespace mot::high_contrast
