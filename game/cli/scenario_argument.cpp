#include "game/cli/scenario_argument.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "engine/base/edit_distance.h"
#include "engine/base/user_folders.h"
#include "engine/scenario/library.h"
#include "engine/scenario/pictures.h"
#include "game/cli/console.h"
#include "game/cli/finding_output.h"
#include "game/cli/interface_language.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

/// A folder of the programme's own data that exists, or empty.
std::string own_folder(const char* name) {
  const std::string data = program_data_folder();
  if (data.empty()) return {};
  const fs::path folder = fs::path(data) / name;
  std::error_code error;
  return fs::is_directory(folder, error) ? folder.string() : std::string();
}

bool ends_in_yaml(std::string_view path) {
  constexpr std::string_view kEnding = ".yaml";
  return path.size() > kEnding.size() && path.substr(path.size() - kEnding.size()) == kEnding;
}

std::string unknown_scenario(const std::string& id,
                             const std::string& library,
                             const UiStrings& words) {
  if (library.empty()) return words.text("refused.no-library", {{"id", id}});
  const std::vector<std::string> ids = scenario_ids(library);
  const std::vector<std::string_view> names(ids.begin(), ids.end());
  const std::string near(nearest_name(id, names));
  if (!near.empty()) return words.text("refused.scenario-near", {{"id", id}, {"near", near}});
  return words.text("refused.scenario", {{"id", id}, {"library", library}});
}

/// The file itself, rather than something in it, is what is wrong.
bool is_unreadable(DiagnosticSink& sink, const std::string& path) {
  const std::vector<Diagnostic>& findings = sink.sorted();
  return std::any_of(findings.begin(), findings.end(), [&](const Diagnostic& finding) {
    return finding.code == "M0001" && finding.source && finding.source->path == path;
  });
}

}  // namespace

std::string library_folder(const std::string& option) {
  if (!option.empty()) return option;
  std::string library = environment("MOT_LIBRARY");
  return library.empty() ? own_folder("scenarios") : library;
}

std::string assets_folder() {
  std::string assets = environment("MOT_ASSETS");
  return assets.empty() ? own_folder("assets") : assets;
}

LoadOptions load_options(const std::string& library) {
  LoadOptions options;
  options.library = library;
  if (const std::string assets = assets_folder(); !assets.empty()) {
    options.pictures = load_pictures_meanwhile(assets);
  }
  return options;
}

int refuse_library(const std::string& library, const std::string& language) {
  const UiStrings words = load_ui_strings(interface_language(language));
  return complain(library.empty() ? words.text("refused.library-unnamed")
                                  : words.text("refused.library", {{"library", library}}),
                  kMachineRefused);
}

tl::expected<std::string, int> find_scenario_argument(const std::string& argument,
                                                      const std::string& library,
                                                      const std::string& language) {
  std::error_code error;
  const fs::file_status status = fs::status(argument, error);
  // A folder is a file only where it is named like a path: `hotel` may be both a folder here and an
  // id.
  const bool looks_like_path = ends_in_yaml(argument) || argument.find('/') != std::string::npos;
  if (looks_like_path || (fs::exists(status) && !fs::is_directory(status))) return argument;
  if (!library.empty() && !fs::is_directory(library, error))
    return tl::unexpected(refuse_library(library, language));
  const std::string found = library.empty() ? std::string() : find_scenario(library, argument);
  if (!found.empty()) return found;
  const UiStrings words = load_ui_strings(interface_language(language));
  return tl::unexpected(complain(unknown_scenario(argument, library, words), kWrongUsage));
}

tl::expected<OpenedScenario, int> open_scenario_file(const std::string& path,
                                                     const LoadOptions& options,
                                                     const std::string& language) {
  DiagnosticSink sink;
  OpenedScenario opened;
  opened.path = path;
  opened.scenario = load_scenario(path, options, sink).scenario;
  if (opened.scenario == nullptr) {
    write_findings(sink, language);
    return tl::unexpected<int>(is_unreadable(sink, path) ? kMachineRefused : kNotGood);
  }
  opened.program = std::make_unique<const Program>(*opened.scenario);
  return opened;
}

tl::expected<OpenedScenario, int> open_scenario(const std::string& argument,
                                                const std::string& library,
                                                const std::string& language) {
  return find_scenario_argument(argument, library, language).and_then([&](const std::string& path) {
    return open_scenario_file(path, load_options(library), language);
  });
}

}  // namespace mot
