// A sheet over the screen, which goes on behind a veil: the keys, the questions for a debrief.
#pragma once

#include <functional>
#include <string>

#include "engine/text/ui_strings.h"
#include "game/window/widgets.h"

namespace mot {

struct Sheet {
  std::string id;  // of its list; its only control is "close-" and this
  std::string title;
  float width = 0;
  float padding = 0;
  float content = 0;   // height of what is drawn into it; it scrolls where that is too much
  float strength = 1;  // 0 … 1 while it comes
};

// Draws veil, sheet and the control that closes it; `draw` gets the content's left top corner.
void draw_sheet(Canvas& canvas,
                Ui& ui,
                const UiStrings& words,
                const Sheet& sheet,
                const std::function<void(Vec)>& draw);

}  // namespace mot
