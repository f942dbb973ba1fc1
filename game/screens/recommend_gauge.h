// The half-round gauge of "would you recommend us?", 0 … 10, with the survey's three categories.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "engine/customer/dimensions.h"
#include "game/window/canvas.h"

namespace mot {

// Colour, sign and ink of a survey category; the sign is always shown with the colour.
struct CategoryLook {
  Colour colour;
  Colour ink;
  Colour tint;
  const char* icon;
};
CategoryLook look_of(Category category);

// Draws the gauge about `centre` (radius 100). `answer` stands out where there is one; the needle
// points at `needle`, 0 … 10 and a little past it while it swings. No answer: pale, no needle.
void draw_recommend_gauge(Canvas& canvas, Vec centre, std::optional<int> answer, float needle);

// The names of the categories, by Category.
using Titles = std::array<std::string, kCategories>;

// Do the names fit into a legend so narrow, with the answers below them?
bool legend_is_narrow(Canvas& canvas, float width, const Titles& titles);

// The three categories below one another, `chosen` framed; not narrow: the answers at the right.
// Returns the height.
float draw_category_legend(Canvas& canvas,
                           Rect box,
                           const Titles& titles,
                           std::optional<Category> chosen,
                           bool narrow);

}  // namespace mot
