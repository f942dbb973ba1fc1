// A tinted box of the debrief: icon, title, a figure at the right, texts below one another, and
// what was expected and delivered by dimension. Two side by side are as high as the higher one.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/debrief/moment_review.h"
#include "engine/text/ui_strings.h"
#include "game/window/canvas.h"

namespace mot {

struct Cell {
  std::string icon;
  std::string title;
  std::string figure;
  Colour ground = theme::kSand;
  Colour ink = theme::kInk;  // of icon, title, figure
  std::vector<DimensionReview> rows;
  std::vector<std::pair<std::string, TextStyle>> texts;
};

void draw_cell(Canvas& canvas, const Cell& cell, Rect box, const UiStrings& words);

// Places the cells two in a row (a last one alone takes the whole width); returns the height.
float draw_cells(Canvas& canvas,
                 const std::vector<Cell>& cells,
                 Vec left_top,
                 float width,
                 const UiStrings& words);

}  // namespace mot
