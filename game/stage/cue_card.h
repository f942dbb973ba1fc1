// Questions for the trainer to ask the room, on a card over the stage.
#pragma once

#include "engine/text/ui_strings.h"
#include "game/window/widgets.h"

namespace mot {

// When the questions are asked.
enum class Cue {
  before,     // nobody has voted yet
  split,      // the votes are shown
  afterwards  // the customer has answered
};

// Draws the card; `strength` 0 … 1 while it comes. Its only control is "close-cues".
void draw_cue_card(Canvas& canvas, Ui& ui, const UiStrings& words, Cue cue, float strength);

}  // namespace mot
