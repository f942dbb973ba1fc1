#include "engine/scenario/loader.h"

#include "engine/base/file.h"
#include "engine/scenario/neighbour_files.h"
#include "engine/scenario/read_scenario.h"

namespace mot {
namespace {

LoadedScenario load(const std::shared_ptr<const SourceText>& source,
                    const LoadOptions& options,
                    DiagnosticSink& sink) {
  LoadedScenario loaded;
  loaded.files.push_back(source->path);
  const std::size_t errors_before = sink.errors_added();
  DocumentCache cache;
  for (const auto& [path, text] : options.unsaved) cache.hold(path, text, sink);
  if (options.translations) cache.read_ahead(translation_files(source->path));
  const auto document = YamlDocument::parse(source, sink);
  // Read all the same, so that everything wrong with it is said, but not to be played: an anchor, a
  // second document.
  const bool flawed = sink.errors_added() != errors_before;
  if (!document) return loaded;
  std::set<std::string> files;
  loaded.scenario = read_scenario(document, options, cache, sink, files);
  if (flawed) loaded.scenario = nullptr;
  loaded.files.insert(loaded.files.end(), files.begin(), files.end());
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

}  // namespace mot
