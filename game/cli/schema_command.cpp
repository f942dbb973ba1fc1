// `mot schema`: the JSON Schema of the format, for editors.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "engine/base/edit_distance.h"
#include "game/cli/commands.h"
#include "game/cli/console.h"
#include "game/cli/finding_output.h"
#include "game/cli/format_schema.h"
#include "game/cli/scenario_argument.h"

namespace mot {
namespace {

/// What is wrong with the words, as a sentence; empty: nothing.
std::string wrong_words(const SchemaOptions& options) {
  const std::vector<std::string_view> kinds(kFileKindNames.begin(), kFileKindNames.end());
  if (!options.kind.empty() && std::find(kinds.begin(), kinds.end(), options.kind) == kinds.end()) {
    const std::string_view near = nearest_name(options.kind, kinds);
    return fmt::format("there is no schema of '{}'; {}", options.kind,
                       near.empty() ? fmt::format("there is one of {}", fmt::join(kinds, ", "))
                                    : fmt::format("did you mean '{}'?", near));
  }
  if (!options.file.empty() && options.kind != "scenario")
    return fmt::format("names are taken from a scenario: mot schema scenario {}", options.file);
  return {};
}

}  // namespace

int schema_command(const SchemaOptions& options) {
  if (const std::string wrong = wrong_words(options); !wrong.empty())
    return complain(wrong, kWrongUsage);
  std::error_code error;
  if (!options.library.empty() && !std::filesystem::is_directory(options.library, error))
    return refuse_library(options.library, options.language);
  const std::string library = library_folder(options.library);
  SchemaNames names = shipped_names(library, assets_folder());
  if (options.file.empty()) return finish(format_schema(options.kind, names).dump() + '\n');
  const auto path = find_scenario_argument(options.file, library, options.language);
  if (!path) return path.error();
  DiagnosticSink sink;
  if (!add_names_of_file(*path, library, names, sink)) {
    const bool unreadable = sink.sorted().front().code == "M0001";
    write_findings(sink, options.language);
    return unreadable ? kMachineRefused : kNotGood;
  }
  return finish(format_schema(options.kind, names).dump() + '\n');
}

}  // namespace mot
