// Any bytes as a scenario: findings or a scenario, never a crash. One that loads is written and
// must load again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/base/report.h"
#include "engine/encounter/content_hash.h"
#include "engine/scenario/loader.h"
#include "engine/scenario/writer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  mot::LoadOptions options;
  options.translations = false;
  mot::DiagnosticSink sink;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto read = mot::load_scenario_text("/nowhere/fuzz.yaml", text, options, sink);
  mot::render_text(sink);
  if (!read.scenario) {
    if (!sink.has_errors()) std::abort();
    return 0;
  }
  mot::DiagnosticSink again;
  const auto second = mot::load_scenario_text("/nowhere/fuzz.yaml",
                                              mot::write_scenario(*read.scenario), options, again);
  if (!second.scenario) std::abort();
  if (mot::content_hash(*second.scenario) != mot::content_hash(*read.scenario)) std::abort();
  return 0;
}
