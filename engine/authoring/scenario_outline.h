// The moments and responses of a scenario as its text has them, for lists and maps of an editor:
// also of a text with faults, as long as it is YAML. Between yaml_spans.h and whoever draws it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/authoring/yaml_spans.h"
#include "engine/scenario/model.h"

namespace mot {

/// One response as written; empty where a key is missing.
struct OutlinedResponse {
  std::string id;
  /// What is said or done.
  std::string text;
  /// Byte of the text at which it begins.
  std::size_t offset = 0;
};

/// One moment as written.
struct OutlinedMoment {
  std::string id;
  MomentKind kind = MomentKind::line;
  /// A decision with something at stake.
  bool scored = false;
  std::string stage;
  /// What the customer says first, or the touchpoint.
  std::string text;
  std::vector<OutlinedResponse> responses;
  std::size_t offset = 0;
};

/// The scenario in the order of the file. Items without an id have an empty one.
struct ScenarioOutline {
  std::string id;
  std::string title;
  std::vector<OutlinedMoment> moments;

  /// Null: there is none of that id.
  const OutlinedMoment* find(std::string_view moment) const;
};

ScenarioOutline outline_of(const YamlSpans& spans);

}  // namespace mot
