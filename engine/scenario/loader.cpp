#include "engine/scenario/loader.h"

#include "engine/base/file.h"
#include "engine/scenario/load_document.h"
#include "engine/scenario/neighbour_files.h"
#include "engine/scenario/read_scenario.h"

namespace mot {
namespace {

/// The files beside a scenario, some of which may be read while that is.
void begin_neighbours(const std::string& path,
                      const LoadOptions& options,
                      DocumentCache& cache,
                      DiagnosticSink& sink) {
  for (const auto& [neighbour, text] : options.unsaved) cache.hold(neighbour, text, sink);
  if (options.translations) cache.read_ahead(translation_files(path));
}

LoadedScenario read(const std::shared_ptr<const YamlDocument>& document,
                    const LoadOptions& options,
                    DocumentCache& cache,
                    DiagnosticSink& sink) {
  LoadedScenario loaded;
  loaded.files.push_back(document->source()->path);
  std::set<std::string> files;
  loaded.scenario = read_scenario(document, options, cache, sink, files);
  loaded.files.insert(loaded.files.end(), files.begin(), files.end());
  return loaded;
}

LoadedScenario load(const std::shared_ptr<const SourceText>& source,
                    const LoadOptions& options,
                    DiagnosticSink& sink) {
  const std::size_t errors_before = sink.errors_added();
  DocumentCache cache;
  begin_neighbours(source->path, options, cache, sink);
  const auto document = YamlDocument::parse(source, sink);
  // Read all the same, so that everything wrong with it is said, but not to be played: an anchor, a
  // second document.
  const bool flawed = sink.errors_added() != errors_before;
  if (!document) return {nullptr, {source->path}};
  LoadedScenario loaded = read(document, options, cache, sink);
  if (flawed) loaded.scenario = nullptr;
  return loaded;
}

}  // namespace

LoadedScenario load_scenario(const std::string& path,
                             const LoadOptions& options,
                             DiagnosticSink& sink) {
  const auto source = read_source(path, sink);
  if (!source) return {nullptr, {path}};
  return load(source, options, sink);
}

LoadedScenario load_scenario_text(std::string path,
                                  std::string text,
                                  const LoadOptions& options,
                                  DiagnosticSink& sink) {
  const auto source = take_source(path, std::move(text), sink);
  if (!source) return {nullptr, {std::move(path)}};
  return load(source, options, sink);
}

LoadedScenario load_scenario_document(const std::shared_ptr<const YamlDocument>& document,
                                      const LoadOptions& options,
                                      DiagnosticSink& sink) {
  DocumentCache cache;
  begin_neighbours(document->source()->path, options, cache, sink);
  return read(document, options, cache, sink);
}

}  // namespace mot
