// A panel of the debrief that lists needs or standards, and how each went.
#pragma once

#include <string>
#include <vector>

#include "engine/debrief/skill_review.h"
#include "game/window/canvas.h"

namespace mot {

struct ItemList {
  const char* icon;
  std::string title;
  std::string good;  // "Found out"
  std::string bad;   // "Stayed hidden"
};

// Draws the panel; returns its height, 0 where there are no items.
float draw_item_list(Canvas& canvas,
                     Vec left_top,
                     float width,
                     const ItemList& list,
                     const std::vector<ItemReview>& items);

}  // namespace mot
