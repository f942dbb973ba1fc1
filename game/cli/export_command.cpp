// `mot export SCENARIO`: a script for role-play on paper, and a sheet.
#include "engine/interchange/role_play_script.h"
#include "engine/interchange/sheet_export.h"
#include "engine/scenario/reading.h"
#include "game/cli/console.h"
#include "game/cli/interface_language.h"
#include "game/cli/output_file.h"
#include "game/cli/scenario_argument.h"
#include "game/cli/workshop_commands.h"

namespace mot {
int export_command(const ExportOptions& options) {
  if (const std::string twice = printed_twice(
          {{"--markdown -", options.markdown == "-"}, {"--csv -", options.csv == "-"}});
      !twice.empty())
    return complain(twice, kWrongUsage);
  if (const std::string problem = in_the_way({options.markdown, options.csv}, options.force);
      !problem.empty())
    return complain(problem, kWrongUsage);
  // Its --lang is the language of the texts; what is wrong with them is said as the environment
  // speaks.
  const auto opened = open_scenario(options.scenario, library_folder(options.library), {});
  if (!opened) return opened.error();
  const Scenario& scenario = *opened->scenario;
  // Words around the texts are in the language the texts are in.
  const std::string language =
      options.language.empty() ? std::string(scenario.language[0]) : options.language;
  const Reading reading(scenario, language);
  int code = kDone;
  if (!options.markdown.empty())
    code = write_output(options.markdown,
                        role_play_script(scenario, reading, load_ui_strings(language)));
  if (code == kDone && !options.csv.empty())
    code = write_output(options.csv, sheet_of(scenario, reading));
  return code;
}

}  // namespace mot
