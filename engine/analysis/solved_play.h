// All that a debrief needs of the exact solution, taken out of it once: plain values, so that the
// solving may happen on another thread. Values are satisfaction in hundredths of a point, expected
// over fate, with the best play from there on (docs/model.md 6).
#pragma once

#include <optional>
#include <vector>

#include "engine/analysis/solve.h"
#include "engine/encounter/session.h"
#include "engine/outcome/scorecard.h"

namespace mot {

/// What one response on offer is worth.
struct OptionValue {
  ResponseIndex response = kNone;
  double value = 0;
};

/// The values about one choice. before − expected is its regret, after − expected its luck; the
/// luck of fate before the first choice lies between SolvedPlay::start and the first `before`.
struct SolvedChoice {
  double before = 0;
  double expected = 0;
  double after = 0;
  /// Of the responses on offer, in the file's order; one from which no ending can be reached is
  /// left out.
  std::vector<OptionValue> options;
};

/// A playthrough against the exact solution.
struct SolvedPlay {
  /// For score().
  SolvedSession session;
  /// Best and worst play before any fate.
  double start = 0;
  double worst = 0;
  /// By choice.
  std::vector<SolvedChoice> choices;
  /// The same encounter played as well as can be, with the same luck; nothing where no such play
  /// ends within 500 choices.
  std::optional<Session> best;
};

/// Limits where a scenario is too large to be solved.
struct PlayBounds {
  ValueBounds best;
  ValueBounds worst;
};

/// A playthrough after solving: `play` where the solution is exact, else `bounds`.
struct PlayAnalysis {
  std::optional<SolvedPlay> play;
  PlayBounds bounds;
};

/// Reads a playthrough's values out of a solution. Nothing where it is not exact.
std::optional<SolvedPlay> solved_play(Solution& solution, const Session& session);

/// Solves the session's scenario, and both.
PlayAnalysis analyse_play(const Session& session, const SolveOptions& options = {});

}  // namespace mot
