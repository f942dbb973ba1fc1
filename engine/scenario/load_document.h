// The loader for somebody who has read the scenario's text already, such as the editor.
#pragma once

#include <memory>

#include "engine/base/yaml.h"
#include "engine/scenario/loader.h"

namespace mot {

/// Like load_scenario_text() of the document's source, without reading that again. Requires that
/// nothing was found to be wrong when it was read.
LoadedScenario load_scenario_document(const std::shared_ptr<const YamlDocument>& document,
                                      const LoadOptions& options,
                                      DiagnosticSink& sink);

}  // namespace mot
