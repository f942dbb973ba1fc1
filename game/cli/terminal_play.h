// Playing in the terminal, from choosing a scenario to the debrief. Parts: library_menu.h,
// play_loop.h, terminal_debrief.h.
#pragma once

#include "game/cli/commands.h"

namespace mot {

/// Plays, and returns the exit code. A play that was left can be continued: it exits with kDone.
int play_in_terminal(const PlayOptions& options);

}  // namespace mot
