// The keys, on a sheet over the screen: F1.
#pragma once

#include <string>
#include <vector>

#include "engine/text/ui_strings.h"
#include "game/window/widgets.h"

namespace mot {

// Which keys there are.
enum class KeySheet { page, practice, exam, room };

// Draws veil and sheet; `strength` 0 … 1 while it comes. Its only control is "close-keys".
void draw_key_help(Canvas& canvas, Ui& ui, const UiStrings& words, KeySheet sheet, float strength);

}  // namespace mot
