// What the exact analysis and simulated players say of a scenario as an exercise: how far good and
// bad play lie apart, whether the best answer gives itself away, what players come to who do not
// think. One row of `mot library --stats`. Meaning of each figure: docs/command_line.md.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/policy.h"
#include "engine/analysis/solve.h"

namespace mot {

/// Simulated players of a kind, seeds 1, 2, 3 …: the figures are means over this many.
inline constexpr std::uint32_t kFigurePlayers = 200;

/// A part of the decisions looked at.
struct DecisionShare {
  std::size_t decisions = 0;
  std::size_t of = 0;
  /// 0 … 100; 0 of none.
  double percent() const {
    return of == 0 ? 0.0 : 100.0 * static_cast<double>(decisions) / static_cast<double>(of);
  }
};

/// The choice that costs most.
struct LargestRegret {
  ResponseIndex response = kNone;
  /// Satisfaction, 0 … 9.
  double points = 0;
  /// Of best − worst, 0 … 100.
  double percent = 0;
  /// Choices from the start to where it was seen, `moment.response` each.
  std::vector<std::string> after;
};

/// What players of one kind came to.
struct PlayerFigures {
  std::uint32_t plays = 0;
  /// Plays that came to an end with something scored; the others are in no mean.
  std::uint32_t finished = 0;
  /// Mean score, 0 … 100; nothing where no play finished.
  std::optional<double> score;
  /// Mean of their choices at decisions of several responses of which none is tagged passive.
  double untagged = 0;
};

/// The figures. Those of best play are empty where the solution is not exact.
struct ScenarioFigures {
  bool exact = false;
  std::size_t states = 0;
  std::optional<PathCount> paths;
  /// Satisfaction under best and worst play, 1 … 10.
  std::optional<double> best;
  std::optional<double> worst;
  /// By Category: whether some way ends so. Nothing: not known.
  std::array<std::optional<bool>, kCategories> categories{};
  /// MOT behaviours that a best response shows somewhere: those a play is measured by.
  std::optional<BitSet8> behaviours;
  /// Scored decisions of several responses at which, in most states looked at, a best response is
  /// the longest text on offer; or the first in the file.
  std::optional<DecisionShare> longest;
  std::optional<DecisionShare> first;
  /// Over all decisions in all states looked at; and only along best play.
  std::optional<LargestRegret> regret;
  std::optional<LargestRegret> regret_on_best_path;
  PlayerFigures random;
  PlayerFigures passive;
};

/// Solves and plays. Nothing where it was cancelled through options.limits.cancel.
std::optional<ScenarioFigures> figures_of(const Program& program, const SolveOptions& options = {});

}  // namespace mot
