// The SCENARIO of a command line: a file or an id of the library, found, loaded and compiled; what
// is wrong with it is said on stderr.
#pragma once

#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "engine/encounter/program.h"
#include "engine/scenario/loader.h"

namespace mot {

/// A scenario ready to be played.
struct OpenedScenario {
  std::string path;
  std::shared_ptr<const Scenario> scenario;
  std::unique_ptr<const Program> program;
};

/// `option` where it is given, else $MOT_LIBRARY, else the program's own scenarios; empty where
/// there are none.
std::string library_folder(const std::string& option);

/// The program's pictures and interface texts ($MOT_ASSETS, else beside its scenarios); empty where
/// there are none.
std::string assets_folder();

/// What load_scenario needs, from the library and the program's pictures.
LoadOptions load_options(const std::string& library);

/// Path of a SCENARIO: itself where it is a file or ends in .yaml, else the library's scenario of
/// that id. An exit code where there is none, said on stderr in `language`; empty: the
/// environment's.
tl::expected<std::string, int> find_scenario_argument(const std::string& argument,
                                                      const std::string& library,
                                                      const std::string& language);

/// Says that the library, which may be empty, is no folder that can be read; the exit code.
int refuse_library(const std::string& library, const std::string& language);

/// Loads a scenario's file. On errors they are on stderr and the exit code comes back:
/// kMachineRefused where the file cannot be read, else kNotGood. Warnings are not shown: they never
/// stop a game. `language`: of the errors; empty: the environment's.
tl::expected<OpenedScenario, int> open_scenario_file(const std::string& path,
                                                     const LoadOptions& options,
                                                     const std::string& language);

/// Both: finds and opens; `language` as above.
tl::expected<OpenedScenario, int> open_scenario(const std::string& argument,
                                                const std::string& library,
                                                const std::string& language);

}  // namespace mot
