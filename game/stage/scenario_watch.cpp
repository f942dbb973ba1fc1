#include "game/stage/scenario_watch.h"

#include <fmt/format.h>

#include <filesystem>
#include <utility>
#include <vector>

#include "engine/scenario/neighbour_files.h"

namespace mot {
namespace {

// All files that what is played was read from; the scenario's own first.
std::vector<std::string> files_of(const std::string& path,
                                  const Scenario& scenario,
                                  const std::string& library) {
  std::vector<std::string> files{path};
  const auto add = [&files](const std::vector<std::string>& more) {
    files.insert(files.end(), more.begin(), more.end());
  };
  add(translation_files(path));
  for (const NeighbourFile& file : neighbour_files(scenario, library)) {
    add({file.path});
    add(translation_files(file.path));
  }
  return files;
}

std::string first_error(DiagnosticSink& sink) {
  for (const Diagnostic& finding : sink.sorted()) {
    if (finding.severity == Severity::error) {
      const std::string file =
          finding.source ? std::filesystem::path(finding.source->path).filename().string() : "";
      return fmt::format("{}:{}: {}", file, finding.position.line, finding.message);
    }
  }
  return {};
}

}  // namespace

ScenarioWatch::ScenarioWatch(std::string path, const Scenario& scenario, LoadOptions options)
    : path_(std::move(path)),
      options_(std::move(options)),
      files_(files_of(path_, scenario, options_.library)) {}

std::optional<SavedScenario> ScenarioWatch::step(double seconds) {
  if (!files_.step(seconds)) {
    return std::nullopt;
  }
  DiagnosticSink sink;
  SavedScenario saved;
  saved.scenario = load_scenario(path_, options_, sink).scenario;
  if (sink.has_errors()) {
    saved.scenario = nullptr;
    saved.problem = first_error(sink);
  }
  return saved;
}

}  // namespace mot
