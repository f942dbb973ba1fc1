// The words of the commands for those who write scenarios.
#pragma once

#include <functional>

#include "game/cli/workshop_commands.h"

namespace CLI {
class App;
}

namespace mot {

/// The options of all these commands, filled while the words are read.
struct WorkshopWords {
  ImportOptions imported;
  ExportOptions exported;
  PackOptions packed;
  TranslateOptions translated;
  UpgradeOptions upgraded;
  ReplayAllOptions replayed;
  EditOptions edited;
};

/// Adds the commands. The one that was named is put into `command`; `words` must outlive it.
void add_workshop(CLI::App& app, WorkshopWords& words, std::function<int()>& command);

}  // namespace mot
