// A playthrough's file on the way to its debrief: read, its scenario found, played again, solved.
// What cannot be said of it is said on stderr. For `mot debrief` and `mot compare`.
#pragma once

#include <memory>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "engine/analysis/solved_play.h"
#include "engine/debrief/debrief.h"
#include "engine/encounter/session.h"
#include "game/cli/scenario_argument.h"

namespace mot {

/// Where things are looked for.
struct KeptPlayOptions {
  /// The scenario's file, where it is not the library's; may be empty.
  std::string scenario;
  std::string library;
  /// The records an attempt is in; empty: those in use.
  std::string store;
  std::string language;
};

/// A playthrough that was played again.
struct ReplayedPlay {
  std::string path;
  OpenedScenario opened;
  Playthrough playthrough;
  Replay replayed;
  PlayAnalysis analysis;
  Scorecard card;
  /// kNotGood where the file no longer fits the scenario, else kDone.
  int code = 0;
};

/// Reads, finds, replays and solves the playthrough of a file, or, where `name` is the id of an
/// attempt and no file, that of the records. An exit code where there is nothing to debrief, said
/// on stderr: kMachineRefused for a file or records that cannot be read, kWrongUsage for a scenario
/// or an attempt that is gone, else kNotGood.
tl::expected<ReplayedPlay, int> open_play(const std::string& name, const KeptPlayOptions& options);

/// The language of a debrief: that of the option, else of the environment. Texts of the scenario
/// may be there in a language that the program itself does not speak.
struct DebriefLanguage {
  explicit DebriefLanguage(const std::string& option);

  std::string tag;
  UiStrings words;
};

/// The debrief of it in a language; `earlier` are attempts of the same scenario, the latest first;
/// the next scenario is looked for in `library`, nowhere where that is empty.
Debrief debrief_of(const ReplayedPlay& play,
                   const DebriefLanguage& language,
                   const std::vector<Scorecard>& earlier,
                   const std::string& library);

}  // namespace mot
