// The bar of the three main pages: the game's name, the way between the pages, language, settings,
// who plays.
#pragma once

#include <string>

#include "game/screens/page.h"

namespace mot {

enum class MainPage { library, courses, progress };

// The control that opens a page.
const char* tab_of(MainPage page);

// Draws it; controls "tab-library", "tab-courses", "tab-progress", "language", "help",
// "settings", "learner". The page that is open is marked.
void draw_main_bar(Canvas& canvas, Ui& ui, const GameContext& context, MainPage open);

// What the use of one of its controls leads to, "language" aside; nothing for others.
Request use_main_bar(const std::string& id,
                     MainPage open,
                     Toolkit& toolkit,
                     const std::shared_ptr<GameContext>& context);

}  // namespace mot
