// The files a scenario names by id: where its customer and journey lie. Implements
// docs/scenario_format.md, "Files".
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/yaml.h"
#include "engine/scenario/model.h"
#include "engine/scenario/read_ahead.h"

namespace mot {

/// Documents read so far, so that a customer shared by ten scenarios is read and reported once.
class DocumentCache {
 public:
  /// Starts to read files that will be wanted, on another thread; findings are reported when they
  /// are.
  void read_ahead(std::vector<std::string> paths);

  /// From now on a file has this text.
  void hold(const std::string& path, std::string text, DiagnosticSink& sink);

  /// The document of a file; null where it can't be read (reported the first time).
  std::shared_ptr<const YamlDocument> read(const std::string& path, DiagnosticSink& sink);

 private:
  std::map<std::string, std::shared_ptr<const YamlDocument>> documents_;
  std::unique_ptr<ReadAhead> ahead_;
};

/// Path of the file with this id in the folder `kind` ("customers" or "journeys") beside `folder`,
/// in its parent's, or in the library's; in each by file name first, then by the id inside. Empty:
/// there is none.
std::string find_neighbour(const std::string& folder,
                           const std::string& library,
                           std::string_view kind,
                           std::string_view id);

/// A file of its own that a scenario's customer or journey has.
struct NeighbourFile {
  TextOrigin origin = TextOrigin::customer;
  /// "customers" or "journeys".
  std::string folder;
  std::string id;
  std::string path;
};

/// The files of the customer and the journey, as far as they are not written inline.
std::vector<NeighbourFile> neighbour_files(const Scenario& scenario, const std::string& library);

/// The ids of that kind that could have been named, for suggestions.
std::vector<std::string> neighbour_ids(const std::string& folder,
                                       const std::string& library,
                                       std::string_view kind);

/// Translations beside a file: `<stem>.<tag>.yaml`, by tag.
std::vector<std::string> translation_files(const std::string& path);

}  // namespace mot
