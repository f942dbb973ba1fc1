// The words of `mot records` on the command line. With main.cpp the only user of CLI11.
#pragma once

#include <functional>

#include "game/cli/records_commands.h"

namespace CLI {
class App;
}

namespace mot {

/// The options of all `mot records` commands, filled while the words are read.
struct RecordsWords {
  RecordsOptions records;
  RecordsListOptions list;
  RecordsExportOptions exported;
  RecordsImportOptions imported;
  RecordsDeleteOptions deleted;
  RecordsPinOptions pin;
  std::string counts;
};

/// Adds the command and its own commands. The one that was named is put into `command`; `words`
/// must outlive it.
void add_records(CLI::App& app, RecordsWords& words, std::function<int()>& command);

}  // namespace mot
