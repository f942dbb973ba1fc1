// A .play script: choices and what should be seen after them, one a line. It is a scenario's own
// test: `mot run --script`, tests/data. Format: docs/play_scripts.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/encounter/session.h"
#include "engine/outcome/scorecard.h"
#include "engine/scenario/reading.h"

namespace mot {

/// What a line of a script asks for. Named in files by name_of().
enum class ScriptVerb : std::uint8_t {
  choose,
  /// Some line shown since the last choice holds this text.
  line,
  /// The face of the last line shown.
  face,
  /// The responses on offer, in any order.
  options,
  /// The moment that waits or has ended the encounter.
  at,
  ending,
  mood,
  satisfaction,
  recommend,
  score,
};

std::string_view name_of(ScriptVerb verb);

struct ScriptStep {
  ScriptVerb verb = ScriptVerb::choose;
  std::string argument;
  /// From 1.
  std::uint32_t line = 0;
};

/// A script as written.
struct PlayScript {
  /// Where given, the scenario it is for.
  std::string scenario;
  std::optional<std::uint32_t> seed;
  /// Of the texts that `expect line` compares; empty: the scenario's own.
  std::string language;
  std::vector<ScriptStep> steps;
};

/// Reads a script. The refusal begins with "line n: ".
Result<PlayScript> read_play_script(std::string_view text);

/// Makes a choice as people write it: `moment.response`, or only the response. Refuses like
/// Session::choose.
Result<bool> choose_by_name(Session& session, std::string_view name);

/// Compares one expectation with where a session stands. Nothing where it holds, else what was seen
/// instead. Requires that the step is not `choose`.
std::optional<std::string> unmet(const ScriptStep& step,
                                 const Session& session,
                                 const Reading& reading,
                                 const Scorecard& scorecard);

}  // namespace mot
