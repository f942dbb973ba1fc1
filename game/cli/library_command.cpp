// `mot library`: what scenarios there are, and with --stats what each is worth as an exercise.
#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "game/cli/commands.h"
#include "game/cli/console.h"
#include "game/cli/interface_language.h"
#include "game/cli/library_output.h"
#include "game/cli/progress_line.h"
#include "game/cli/scenario_argument.h"

namespace mot {
namespace {

/// Solves and plays all; the exit code of a signal that came meanwhile.
tl::expected<bool, int> add_figures(std::vector<LibraryRow>& rows) {
  const SignalsEndReading signals;
  ProgressLine line;
  SolveOptions options;
  options.limits.cancel = &interrupted();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Scenario& scenario = *rows[i].entry.scenario;
    line.show(fmt::format("{} of {}: {}", i + 1, rows.size(), scenario.id));
    const Program program(scenario);
    rows[i].figures = figures_of(program, options);
    if (!rows[i].figures) return tl::unexpected(end_interrupted());
  }
  return true;
}

int say_left_out(const std::vector<std::string>& files) {
  for (const std::string& file : files)
    complain(fmt::format("{0} is left out because of errors; see them with: mot check {0}", file),
             kNotGood);
  return files.empty() ? kDone : kNotGood;
}

}  // namespace

int library_command(const LibraryOptions& options) {
  const std::string folder = library_folder(options.library);
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error))
    return refuse_library(folder, options.language);
  std::vector<std::string> left_out;
  std::vector<LibraryRow> rows;
  for (LibraryScenario& entry : list_library(load_options(folder), &left_out)) {
    ScenarioContents contents = contents_of(*entry.scenario);
    rows.push_back({std::move(entry), std::move(contents), std::nullopt});
  }
  int code = say_left_out(left_out);
  if (rows.empty() && left_out.empty())
    code = complain(fmt::format("there is no scenario in {}", folder), kNotGood);
  if (options.stats) {
    if (const auto added = add_figures(rows); !added) return added.error();
  }
  if (options.json) return finish(library_json(folder, rows, options.stats).dump() + '\n', code);
  if (rows.empty()) return code;
  const UiStrings words = load_ui_strings(interface_language(options.language));
  return finish(options.stats ? library_stats_text(rows, words) : library_text(rows, words), code);
}

}  // namespace mot
