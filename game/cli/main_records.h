// The words of `mot records` and `mot course` on the command line.
#pragma once

#include <functional>

#include "game/cli/course_command.h"
#include "game/cli/records_commands.h"

namespace CLI {
class App;
}

namespace mot {

/// The options of all these commands, filled while the words are read.
struct RecordsWords {
  RecordsListOptions list;
  RecordsExportOptions exported;
  RecordsReportOptions report;
  RecordsPushOptions pushed;
  RecordsImportOptions imported;
  RecordsDeleteOptions deleted;
  RecordsVerifyOptions verify;
  RecordsPinOptions pin;
  CourseOptions course;
  /// What was asked for is drawn as a page.
  bool draws_pages = false;
};

/// Each adds a command and its own commands. The one that was named is put into `command`; `words`
/// must outlive it.
void add_records(CLI::App& app, RecordsWords& words, std::function<int()>& command);

void add_courses(CLI::App& app, RecordsWords& words, std::function<int()>& command);

}  // namespace mot
