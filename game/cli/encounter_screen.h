// An encounter on the terminal: briefing, what is said, where one stands, what can be answered.
// Only draws; play_loop.h decides.
#pragma once

#include <string>
#include <vector>

#include "engine/encounter/playthrough.h"
#include "engine/encounter/view.h"
#include "engine/scenario/reading.h"
#include "engine/text/ui_strings.h"
#include "game/cli/screen.h"

namespace mot {

/// What the pages of an encounter are drawn with. The language may change between two pages.
struct PageStyle {
  const UiStrings& words;
  const Reading& reading;
  PlayMode mode = PlayMode::practice;
};

/// Title, length, brief, customer: what the trainee knows before the first word.
void show_briefing(Screen& screen, const PageStyle& style, const Scenario& scenario);

/// One line: who speaks, with what face, and the words. Nothing where there are none.
void show_line(Screen& screen, const PageStyle& style, const LineView& line);

/// What was chosen, as it is shown again.
void show_choice(Screen& screen, const PageStyle& style, const Response& response);

/// The stage track, the touchpoint, mood and satisfaction so far (not in an exam).
void show_place(Screen& screen, const PageStyle& style, const EncounterView& now);

/// The numbered responses, and a time limit where there is one.
void show_offers(Screen& screen, const PageStyle& style, const EncounterView& now);

/// The brief again, the standards and the pages of reference.
void show_reference(Screen& screen, const PageStyle& style, const Scenario& scenario);

}  // namespace mot
