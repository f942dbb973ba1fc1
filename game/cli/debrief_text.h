// The debrief on the terminal: how it felt, where the points went, every choice with what else
// could have been said, skills, the crowd, what next. Shows a Debrief and computes nothing.
#pragma once

#include "engine/debrief/debrief.h"
#include "game/cli/screen.h"

namespace mot {

/// Shows the whole debrief.
void show_debrief(Screen& screen, const UiStrings& words, const Debrief& debrief);

/// Only the account of lost points with the score; nothing where there is none.
void show_account(Screen& screen, const UiStrings& words, const Debrief& debrief);

}  // namespace mot
