#include "tests/support/shipped_scenarios.h"

#include "engine/base/file.h"
#include "engine/base/yaml.h"
#include "engine/scenario/file_kind.h"
#include "engine/scenario/library.h"

namespace mot::test {

std::vector<std::string> shipped_scenarios() {
  std::vector<std::string> scenarios;
  for (const std::string& path : yaml_files_below(std::string(MOT_SOURCE_DIR) + "/scenarios")) {
    DiagnosticSink sink;
    const auto document = YamlDocument::parse(read_source(path, sink), sink);
    if (kind_of_file(*document) == FileKind::scenario) scenarios.push_back(path);
  }
  return scenarios;
}

}  // namespace mot::test
