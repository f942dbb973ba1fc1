// The figures of a report in the window: drawn by engine/report, kept as textures.
#pragma once

#include <map>
#include <string>

#include "engine/report/surfaces.h"
#include "game/window/canvas.h"

namespace mot {

// How much larger a figure of that width is drawn for enlarged letters: as far as 300 units of its
// own are left, without which its labels have no room.
float figure_zoom(float width, float text_size);

class FigurePictures {
 public:
  // Draws a figure with its left top corner there; returns its height. It is drawn anew only where
  // `name`, width, language, text size or the window's scale are others, or after forget().
  float draw(Canvas& canvas,
             const std::string& name,
             const report::Figure& figure,
             Vec at,
             float width,
             float text_size);
  // What the figures show has changed.
  void forget();

 private:
  int edition_ = 0;
  std::map<std::string, float> heights_;
};

}  // namespace mot
