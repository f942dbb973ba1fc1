// A switch between a few named values, one beside the other in one pill.
#pragma once

#include <string>
#include <vector>

#include "game/window/widgets.h"

namespace mot {

struct Segment {
  std::string id;  // of the control
  std::string label;
};

// Draws the switch with its left top corner there, `chosen` filled (none where it is not one of
// them); returns its box. Beyond a width of `most` units the labels stand closer.
Rect draw_segments(Canvas& canvas,
                   Ui& ui,
                   Vec left_top,
                   const std::vector<Segment>& segments,
                   std::size_t chosen,
                   float most = 1e6F);

// How wide it is.
float segments_width(Canvas& canvas, const std::vector<Segment>& segments);

}  // namespace mot
