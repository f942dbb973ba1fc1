// What may stand where somebody types: ids of the scenario in conditions and behind the keys that
// name them, and words of the format.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/authoring/scenario_outline.h"
#include "engine/authoring/yaml_spans.h"

namespace mot {

/// The ids of a scenario, each kind in the order of the text.
struct NamesInText {
  std::vector<std::string> moments;
  /// "moment.response".
  std::vector<std::string> responses;
  std::vector<std::string> variables;
  std::vector<std::string> needs;
  std::vector<std::string> standards;
  std::vector<std::string> stages;
};

/// `outline`: of the same text.
NamesInText names_in(const YamlSpans& spans, const ScenarioOutline& outline);

/// Words that may take the place of what stands from `begin` to the caret.
struct Completion {
  std::size_t begin = 0;
  std::vector<std::string> words;
};

/// In a condition; `at`: the caret, in bytes. No words where nothing was begun, or it is complete.
Completion complete_condition(std::string_view condition, std::size_t at, const NamesInText& names);

/// In the line of a file, by the key before the caret.
Completion complete_line(std::string_view line, std::size_t at, const NamesInText& names);

}  // namespace mot
