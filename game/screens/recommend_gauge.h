// What belongs to the gauge of "would you recommend us?": its needle, which swings, and the
// survey's three categories. The gauge itself is a figure of engine/report.
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

// The needle of a gauge of that radius, pointing at `needle`, 0 … 10 and a little past it while it
// swings.
void draw_gauge_needle(Canvas& canvas, Vec centre, float radius, float needle);

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
