// How a play in the terminal begins: anew, or where an unfinished one stands.
#pragma once

#include <optional>
#include <string>

#include "engine/encounter/session.h"
#include "engine/records/play_folder.h"
#include "game/cli/commands.h"
#include "game/cli/line_input.h"
#include "game/cli/play_language.h"
#include "game/cli/play_record.h"
#include "game/cli/screen.h"

namespace mot {

/// A session and the file it is kept in.
struct BegunPlay {
  Session session;
  PlayIdentity identity;
  /// Continued with choices made: the briefing was read.
  bool continued = false;
};

/// A play from the start, with the seed, mode and name that were asked for. An exam breaks off the
/// one that was left.
BegunPlay begin_anew(const Program& program, const PlayOptions& options);

/// Where an unfinished play stands. Where the scenario has changed since, that is said, and what is
/// played on from there gets a file of its own. Nothing where it cannot be continued at all, which
/// is said too.
std::optional<BegunPlay> continue_play(Screen& screen,
                                       const PlayLanguage& language,
                                       const Program& program,
                                       const KeptPlay& kept);

/// The unfinished play of this scenario that fits the options: not one with another seed, mode or
/// name than asked for.
std::optional<KeptPlay> unfinished_play_of(const Scenario& scenario, const PlayOptions& options);

/// Asks whether to continue or to start again. Nothing: the player left.
std::optional<bool> ask_whether_to_continue(Screen& screen,
                                            LineInput& input,
                                            const UiStrings& words,
                                            const KeptPlay& kept);

}  // namespace mot
