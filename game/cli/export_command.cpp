// `mot export SCENARIO`: a script for role-play on paper, and a sheet.
#include <fmt/format.h>

#include "engine/base/file.h"
#include "engine/interchange/role_play_script.h"
#include "engine/interchange/sheet_export.h"
#include "engine/scenario/reading.h"
#include "game/cli/console.h"
#include "game/cli/interface_language.h"
#include "game/cli/scenario_argument.h"
#include "game/cli/workshop_commands.h"

namespace mot {
namespace {

int write(const std::string& file, const std::string& content) {
  if (file == "-") return finish(content);
  const Result<bool> written = write_file_atomically(file, content);
  return written ? kDone : complain(written.error().message, kMachineRefused);
}

}  // namespace

int export_command(const ExportOptions& options) {
  const auto opened = open_scenario(options.scenario, library_folder(options.library));
  if (!opened) return opened.error();
  const Scenario& scenario = *opened->scenario;
  // Words around the texts are in the language the texts are in.
  const std::string language =
      options.language.empty() ? std::string(scenario.language[0]) : options.language;
  const Reading reading(scenario, language);
  int code = kDone;
  if (!options.markdown.empty())
    code = write(options.markdown, role_play_script(scenario, reading, load_ui_strings(language)));
  if (code == kDone && !options.csv.empty()) code = write(options.csv, sheet_of(scenario, reading));
  return code;
}

}  // namespace mot
