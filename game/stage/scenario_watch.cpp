#include "game/stage/scenario_watch.h"

#include <filesystem>
#include <utility>
#include <vector>

#include "engine/base/report.h"
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

}  // namespace

ScenarioWatch::ScenarioWatch(ScenarioFile file, const Scenario& scenario, LoadOptions options)
    : file_(std::move(file)),
      options_(std::move(options)),
      files_(files_of(file_.path, scenario, options_.library), file_.read_at) {}

std::optional<SavedScenario> ScenarioWatch::step(double seconds, const ReportWords* words) {
  if (!files_.step(seconds)) {
    return std::nullopt;
  }
  DiagnosticSink sink;
  SavedScenario saved;
  saved.file = {file_.path, file_.scenario, std::filesystem::file_time_type::clock::now()};
  saved.scenario = load_scenario(file_.path, options_, sink).scenario;
  if (sink.has_errors()) {
    saved.scenario = nullptr;
    saved.problem = first_error(sink, words);
  }
  return saved;
}

}  // namespace mot
