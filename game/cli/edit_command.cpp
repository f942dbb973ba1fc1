// `mot edit SCENARIO`: the editor's window.
#include <optional>
#include <string>
#include <vector>

#include "game/cli/console.h"
#include "game/cli/interface_language.h"
#include "game/cli/scenario_argument.h"
#include "game/cli/window_program.h"
#include "game/cli/workshop_commands.h"

namespace mot {

int edit_command(const EditOptions& options) {
  const UiStrings words = load_ui_strings(interface_language(options.language));
  if (!has_display()) return complain(words.text("cli.edit.no-display"), kMachineRefused);
  const std::string program = program_beside("mot-window");
  if (program.empty()) return complain(words.text("cli.edit.not-installed"), kMachineRefused);
  // What is wrong with the name is better said here, where it was typed.
  const auto path = find_scenario_argument(options.scenario, library_folder(options.library));
  if (!path) return path.error();
  std::vector<std::string> arguments{"--edit", options.scenario};
  if (!options.language.empty()) arguments.insert(arguments.end(), {"--lang", options.language});
  if (!options.library.empty()) arguments.insert(arguments.end(), {"--library", options.library});
  const std::optional<int> code = run_program(program, arguments);
  return code ? *code : complain(words.text("cli.edit.not-started"), kMachineRefused);
}

}  // namespace mot
