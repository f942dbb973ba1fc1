// `mot play`: the window where there is one, the terminal where there is none.
#include <fmt/format.h>

#include "game/cli/commands.h"
#include "game/cli/console.h"
#include "game/cli/interface_language.h"
#include "game/cli/play_session.h"
#include "game/cli/scenario_argument.h"
#include "game/cli/terminal_play.h"
#include "game/cli/window_program.h"

namespace mot {
namespace {

void add(std::vector<std::string>& words, const char* name, const std::string& value) {
  if (value.empty()) return;
  words.emplace_back(name);
  words.push_back(value);
}

std::vector<std::string> window_words(const PlayOptions& options, const std::string& scenario) {
  std::vector<std::string> words;
  if (!scenario.empty()) words.push_back(scenario);
  add(words, "--mode", options.mode);
  add(words, "--lang", options.language);
  if (options.seed) add(words, "--seed", fmt::format("{}", *options.seed));
  add(words, "--name", options.name);
  add(words, "--session", options.training_file.empty() ? options.session : options.training_file);
  add(words, "--library", options.library);
  add(words, "--store", options.store);
  return words;
}

/// Plays in the window. Nothing where that is not possible, said with the interface text of `why`.
std::optional<int> play_in_window(const PlayOptions& options) {
  const UiStrings words = load_ui_strings(interface_language(options.language));
  const auto terminal_instead = [&](const char* why) {
    write_error(words.text(why) + '\n');
    return std::nullopt;
  };
  if (!has_display()) return terminal_instead("cli.window.no-display");
  const std::string program = program_beside("mot-window");
  if (program.empty()) return terminal_instead("cli.window.not-installed");
  std::string scenario;
  if (!options.scenario.empty()) {
    // What is wrong with the name is better said here, where it was typed.
    const auto path =
        find_scenario_argument(options.scenario, library_folder(options.library), options.language);
    if (!path) return path.error();
    scenario = options.scenario;
  }
  const std::optional<int> code = run_program(program, window_words(options, scenario));
  if (!code) return terminal_instead("cli.window.not-started");
  if (*code == kMachineRefused) return terminal_instead("cli.window.refused");
  return code;
}

}  // namespace

int play_command(const PlayOptions& asked) {
  const auto resolved = with_training_session(asked);
  if (!resolved) return resolved.error();
  const PlayOptions& options = *resolved;
  if (!options.terminal) {
    if (const std::optional<int> code = play_in_window(options)) return *code;
  }
  return play_in_terminal(options);
}

}  // namespace mot
