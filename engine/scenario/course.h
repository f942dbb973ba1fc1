// A course: an ordered list of scenarios with prerequisites. Implements docs/scenario_format.md, "A
// course".
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/yaml.h"
#include "engine/customer/dimensions.h"
#include "engine/scenario/loader.h"

namespace mot {

/// Which attempt counts.
enum class CountedAttempt : std::uint8_t { first, best, last };

struct Lesson {
  std::string id;
  std::string scenario;
  /// Empty: the scenario's.
  std::string title;
  BitSet8 trains_dimensions = 0;
  BitSet8 trains_behaviours = 0;
  /// Indices of lessons that come first.
  std::vector<std::size_t> after;
  /// 0: as many as you like.
  int attempts = 0;
  /// A worked example: shown first, not scored.
  bool example = false;
};

struct Course {
  std::string id;
  std::string title;
  std::string about;
  std::string language = "en";
  /// Score that counts as passed, 0 … 100.
  int pass = 60;
  CountedAttempt counts = CountedAttempt::best;
  std::vector<Lesson> lessons;
};

/// Reads a course; null where it has errors. Scenarios are looked for in the library and beside the
/// course's folder; with neither there, their existence is not checked.
std::shared_ptr<const Course> read_course(const YamlDocument& document,
                                          const LoadOptions& options,
                                          DiagnosticSink& sink);

}  // namespace mot
