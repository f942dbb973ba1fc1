// Texts as they came to lie on a screen, and what is wrong with that: cut, covered, one on another,
// too faint. For scripted visits (`check` in event_script.h); nobody has to see it by eye.
#pragma once

#include <string>
#include <vector>

#include "game/window/geometry.h"
#include "game/window/pixels.h"

namespace mot {

// One line of a text. Boxes are window pixels, around the letters rather than the line height.
struct PlacedLine {
  std::string text;      // the whole text it belongs to
  Rect box;              // all of it
  Rect shown;            // what clips leave of it
  bool scrolls = false;  // in a part that scrolls up and down: being cut there is no fault
  bool shortened =
      false;          // letters were left out, or there are more lines than the box has room for
  float covered = 0;  // how much of it something drawn later hides, 0 … 1
  Colour colour;      // with the alpha it is painted with
  float size = 0;     // of the letters, logical units
  int weight = 400;
};

// One sentence for each fault, the text first. `picture`: the window as it is shown, for contrast
// (WCAG 2.2, 1.4.3: 4.5 to 1, and 3 to 1 for large text; with `high_contrast` 7 to 1 for all);
// empty: contrast is not looked at.
std::vector<std::string> layout_problems(const std::vector<PlacedLine>& lines,
                                         const Pixels& picture,
                                         bool high_contrast = false);

// Contrast of two colours, 1 … 21 (WCAG 2.2, relative luminance).
double contrast(Colour a, Colour b);

}  // namespace mot
