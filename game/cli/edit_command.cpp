// `mot edit SCENARIO`: the editor's window.
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "engine/scenario/library.h"
#include "game/cli/console.h"
#include "game/cli/interface_language.h"
#include "game/cli/scenario_argument.h"
#include "game/cli/window_program.h"
#include "game/cli/workshop_commands.h"

namespace mot {
namespace {

/// Whether a folder is named, and no scenario of the library.
bool is_folder(const std::string& argument, const std::string& library) {
  std::error_code error;
  if (!std::filesystem::is_directory(argument, error)) return false;
  const bool is_path = argument.find('/') != std::string::npos;
  return is_path || library.empty() || find_scenario(library, argument).empty();
}

}  // namespace

int edit_command(const EditOptions& options) {
  const UiStrings words = load_ui_strings(interface_language(options.language));
  const std::string library = library_folder(options.library);
  if (is_folder(options.scenario, library))
    return complain(words.text("cli.edit.folder", {{"folder", options.scenario}}), kMachineRefused);
  if (!has_display()) return complain(words.text("cli.edit.no-display"), kMachineRefused);
  const std::string program = program_beside("mot-window");
  if (program.empty()) return complain(words.text("cli.edit.not-installed"), kMachineRefused);
  // What is wrong with the name is better said here, where it was typed.
  const auto path = find_scenario_argument(options.scenario, library, options.language);
  if (!path) return path.error();
  std::vector<std::string> arguments{"--edit", options.scenario};
  if (!options.language.empty()) arguments.insert(arguments.end(), {"--lang", options.language});
  if (!options.library.empty()) arguments.insert(arguments.end(), {"--library", options.library});
  const std::optional<int> code = run_program(program, arguments);
  return code ? *code : complain(words.text("cli.edit.not-started"), kMachineRefused);
}

}  // namespace mot
