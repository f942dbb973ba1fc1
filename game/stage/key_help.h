// The keys, on a sheet over the screen: F1.
#pragma once

#include <string>
#include <vector>

#include "engine/text/ui_strings.h"
#include "game/window/key_map.h"
#include "game/window/widgets.h"

namespace mot {

// Which keys there are.
enum class KeySheet { page, practice, exam, room };

// The caps of keys, one after the other from `left_top` on, 28 units high; `caps` has a space
// between two. Returns where they end; `draws` false: only that.
float draw_caps(Canvas& canvas, const std::string& caps, Vec left_top, bool draws = true);

// Draws veil and sheet; `strength` 0 … 1 while it comes. Its only control is "close-keys".
void draw_key_help(Canvas& canvas,
                   Ui& ui,
                   const UiStrings& words,
                   const KeyMap& keys,
                   KeySheet sheet,
                   float strength);

}  // namespace mot
