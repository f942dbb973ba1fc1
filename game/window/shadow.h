// Soft shadows of rounded boxes as small pictures to be stretched (nine slices).
#pragma once

#include "game/window/pixels.h"

namespace mot {

// How many pixels of the picture a logical unit of a shadow of that softness takes.
float shadow_scale(float sigma);
// Logical units from the box's edge outwards that the picture covers.
float shadow_margin(float sigma);
// The picture: a box with corners of `radius`, as small as it can be, softened by `sigma` (both in
// logical units), white, its alpha the shadow's.
Pixels shadow_picture(float radius, float sigma);

}  // namespace mot
