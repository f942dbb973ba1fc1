// Kept plays against an edited scenario: which of them no longer go through, whose figures change.
// A test of an edit, made of what people have really played.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/solve.h"
#include "engine/records/attempt.h"

namespace mot {

/// What an edit did to a kept play.
enum class ReplayChange : unsigned char {
  same,
  /// All choices fit; satisfaction, ending or score is another.
  score,
  /// A choice does not fit any more.
  diverged,
  /// It was played with another version of the model, or cannot be played again at all.
  unusable,
  /// All choices fit, but the scenario's meaning is another by now and no figures were kept:
  /// whether they are others nobody can tell.
  uncompared,
};
inline constexpr std::size_t kReplayChanges = 5;
std::string_view name_of(ReplayChange change);

/// The figures that are compared.
struct ReplayFigures {
  std::optional<EndingKind> ending;
  /// Hundredths of a point.
  std::optional<int> satisfaction;
  /// 0 … 100; nothing where the scenario is too large to be solved.
  std::optional<double> score;
};

/// One play, before and after.
struct ReplayedAttempt {
  std::string id;
  std::string learner;
  std::string started;
  ReplayChange change = ReplayChange::same;
  /// The choice, from 1, that does not fit any more, and why; 0: all fit.
  std::size_t diverged_at = 0;
  std::string reason;
  /// The reason for those who say it in the reader's language.
  Refusal why;
  /// As it was kept; nothing where no figures were.
  std::optional<ReplayFigures> before;
  /// Nothing where it diverges.
  std::optional<ReplayFigures> after;
};

/// Plays one attempt again. `solution` is that of the program's scenario.
ReplayedAttempt replay_attempt(const Program& program, Solution& solution, const Attempt& attempt);

}  // namespace mot
