// The menu over a paused play.
#pragma once

#include <string>

#include "engine/text/ui_strings.h"
#include "game/window/widgets.h"

namespace mot {

struct PauseChoices {
  bool undo = false;          // a choice can be taken back
  bool practice = true;       // one may undo and start again at all
  bool first_branch = false;  // a room can go back to where it was
  bool unsaved = false;       // leaving loses something
  std::string language{};     // the name of the language a click leads to
};

// Draws it; controls "resume", "undo", "back-to-first", "pause-language", "glossary",
// "restart", "leave".
void draw_pause_menu(Canvas& canvas, Ui& ui, const UiStrings& words, const PauseChoices& choices);

}  // namespace mot
