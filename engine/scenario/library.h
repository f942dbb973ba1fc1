// A folder of scenarios: finding, listing and checking whole trees. Implements
// docs/scenario_format.md, "Files".
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/scenario/file_kind.h"
#include "engine/scenario/loader.h"

namespace mot {

class DocumentCache;

/// Every *.yaml below a folder, hidden files and folders left out, sorted by path; a file gives
/// itself.
std::vector<std::string> yaml_files_below(const std::string& path);

/// What check_paths looked at.
struct CheckedFiles {
  /// Distinct files read.
  std::size_t files = 0;
  /// The scenarios that loaded, by path.
  std::vector<std::shared_ptr<const Scenario>> scenarios;
  /// Folders given in which there is no YAML file.
  std::vector<std::string> empty_folders;
};

/// Checks files and folders: scenarios with their customers, journeys and translations; customers,
/// journeys, courses and translations alone. In a folder, or below options.library, ids are also
/// held against file names and each other.
CheckedFiles check_paths(const std::vector<std::string>& paths,
                         const LoadOptions& options,
                         DiagnosticSink& sink);

/// One scenario of a library, for menus.
struct LibraryScenario {
  std::string path;
  std::shared_ptr<const Scenario> scenario;
};

/// Reads scenarios of a library one by one, in any order; what several of them share is read once.
/// For one thread at a time.
class LibraryReader {
 public:
  explicit LibraryReader(LoadOptions options);
  ~LibraryReader();
  LibraryReader(const LibraryReader&) = delete;
  LibraryReader& operator=(const LibraryReader&) = delete;

  /// The scenario in that file, null where it has errors; nothing where the file holds something
  /// else.
  std::optional<std::shared_ptr<const Scenario>> read(const std::string& file);

 private:
  LoadOptions options_;
  std::unique_ptr<DocumentCache> cache_;
};

/// Files of a library that may be scenarios: no translations, not in the folders of other kinds; by
/// path.
std::vector<std::string> scenario_files(const std::string& library);

/// All scenarios of a library that load without errors, by path. Files that may be scenarios and
/// cannot be read are added to `left_out`, where given.
std::vector<LibraryScenario> list_library(const LoadOptions& options,
                                          std::vector<std::string>* left_out = nullptr);

/// Path of the scenario with this id in the library, or empty. By file name first, then by the id
/// inside.
std::string find_scenario(const std::string& library, std::string_view id);

/// Ids of all scenarios of a library, by file name: for suggestions.
std::vector<std::string> scenario_ids(const std::string& library);

/// The same by the ids inside, which reads every file.
std::vector<std::string> scenario_inner_ids(const std::string& library);

}  // namespace mot
