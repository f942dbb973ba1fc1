// The moments and responses of a scenario as its text has them, for lists and maps of an editor:
// also of a text with faults, as long as it is YAML. Between yaml_spans.h and whoever draws it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
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

/// Ids of a moment, and of a response of it; empty: none.
struct OutlinedPlace {
  std::string moment;
  std::string response;
  friend bool operator==(const OutlinedPlace&, const OutlinedPlace&) = default;
};

/// The last moment, and the last response of it, that begins on a line of the outlined text (from
/// 1) or above it.
OutlinedPlace place_of_line(const ScenarioOutline& outline,
                            std::string_view text,
                            std::uint32_t line);

}  // namespace mot
