// The account of lost points: from the best that could be reached down to what was, a step a
// choice, luck apart. In whole hundredths, so that the steps add up exactly. Implements
// docs/model.md 6, "Regret".
#pragma once

#include <cstddef>
#include <vector>

#include "engine/analysis/solved_play.h"
#include "engine/outcome/scorecard.h"

namespace mot {

/// What one choice cost, and what fate then gave or took.
struct AccountStep {
  /// ≤ 0 and of either sign, hundredths.
  int choice = 0;
  int luck = 0;
  /// Satisfaction that the best play still reaches after the choice, and after fate, hundredths.
  int level_after_choice = 0;
  int level_after_luck = 0;
};

/// The account. best + Σ choice + Σ luck = reached.
struct Account {
  /// V(start), hundredths.
  int best = 0;
  /// The satisfaction of an encounter that has ended; of an unfinished one, what is still within
  /// reach.
  int reached = 0;
  bool complete = false;
  /// By choice.
  std::vector<AccountStep> steps;
  /// Sums over the steps.
  int lost = 0;
  int luck = 0;
  /// The choices that cost most, at most three, in the order they were made; none where no choice
  /// cost more than 5 % of best − worst.
  std::vector<std::size_t> turning_points;
};

/// The account of a playthrough. `card` is of the same session, made with play.session.
Account account_of(const SolvedPlay& play, const Scorecard& card);

}  // namespace mot
