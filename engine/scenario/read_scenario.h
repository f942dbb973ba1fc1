// The loader's core, with a cache of documents: what loader.h and library.h share. Internal to
// engine/scenario.
#pragma once

#include <memory>
#include <set>
#include <string>

#include "engine/scenario/loader.h"
#include "engine/scenario/neighbour_files.h"

namespace mot {

/// Reads a scenario document with its customer, journey and translations. Paths of the files read
/// are added to `files`.
std::shared_ptr<const Scenario> read_scenario(std::shared_ptr<const YamlDocument> document,
                                              const LoadOptions& options,
                                              DocumentCache& cache,
                                              DiagnosticSink& sink,
                                              std::set<std::string>& files);

}  // namespace mot
