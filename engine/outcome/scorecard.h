// What an encounter came to: satisfaction, recommendation, skills, needs, standards, moment by
// moment. Computed from a session, never stored. Implements docs/model.md 3, 4, 7. Values of the
// exact analysis are arguments, so that includes go only left.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/customer/dimensions.h"
#include "engine/encounter/session.h"

namespace mot {

/// Grade of a choice by regret as a share of best − worst (docs/model.md 6).
enum class Grade : std::uint8_t { best, good, fair, weak, harmful };
std::string_view name_of(Grade grade);
/// 0 best, ≤ 5 % good, ≤ 15 % fair, ≤ 35 % weak, else harmful.
Grade grade_of(double regret, double range);

/// What the exact analysis knows of one choice. Regret and luck in points of satisfaction.
struct ChoiceValue {
  double regret = 0;
  double luck = 0;
  /// The best response in that state.
  ResponseIndex best = kNone;
};

/// What the exact analysis knows of a session: one entry a choice, and the best and worst value of
/// the start.
struct SolvedSession {
  double best = 0;
  double worst = 0;
  std::vector<ChoiceValue> choices;
};

/// One choice in the account.
struct MomentScore {
  MomentIndex moment = kNone;
  ResponseIndex response = kNone;
  bool scored = false;
  /// Hundredths; meaningful where scored.
  int expectation = 0;
  int quality = 0;
  int gap = 0;
  /// After the choice.
  int mood = 0;
  /// CSAT 0 … 100 of the ledger after the choice; nothing before the first scored moment.
  std::optional<double> satisfaction_so_far;
  std::optional<ChoiceValue> value;
  std::optional<Grade> grade;
};

/// The outcome. Skills are 0 … 100.
struct Scorecard {
  bool complete = false;
  std::optional<EndingKind> ending;
  std::vector<MomentScore> moments;
  /// Of the whole encounter, hundredths; only where complete.
  std::optional<int> satisfaction;
  std::optional<int> recommend;
  std::optional<Category> category;
  /// From the exact analysis, where it was given.
  std::optional<double> best;
  std::optional<double> worst;
  std::optional<double> score;
  /// By Dimension and Behaviour; nothing to count: empty. Behaviours need the exact analysis.
  std::array<std::optional<double>, kDimensions> dimensions;
  std::array<std::optional<double>, kBehaviours> behaviours;
  /// Indices of needs, in the file's order. `missed` only where complete.
  std::vector<int> needs_found;
  std::vector<int> needs_missed;
  /// Indices of standards, in the file's order. One broken once is broken.
  std::vector<int> standards_met;
  std::vector<int> standards_broken;
};

/// The scorecard of a session; with `solved`, also what needs the exact analysis.
Scorecard score(const Session& session, const SolvedSession* solved = nullptr);

}  // namespace mot
