// The scenario that is played from a file, read again whenever somebody saves it in a text editor.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "engine/base/file_watch.h"
#include "engine/base/report.h"
#include "engine/scenario/loader.h"

namespace mot {

// The file that a scenario was read from by its path.
struct ScenarioFile {
  std::string path;
  std::string scenario;                     // its id
  std::filesystem::file_time_type read_at;  // when reading began
};

// What was saved: the scenario, or the first thing that is wrong with it.
struct SavedScenario {
  std::shared_ptr<const Scenario> scenario;
  std::string problem;  // "a.yaml:12: unknown key 'sais'"
  ScenarioFile file;
};

// Watches the file, its translations, its customer and its journey.
class ScenarioWatch {
 public:
  // `scenario` is what the file held when it was read; a save since then is told at once.
  ScenarioWatch(ScenarioFile file, const Scenario& scenario, LoadOptions options);

  // Lets time go on; what was saved, once, its problem in these words (null: English).
  std::optional<SavedScenario> step(double seconds, const ReportWords* words = nullptr);

 private:
  ScenarioFile file_;
  LoadOptions options_;
  FileWatch files_;
};

}  // namespace mot
