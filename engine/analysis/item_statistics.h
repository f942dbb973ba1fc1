// What many playthroughs of people say of a scenario's decisions, as test theory looks at the items
// of a test: how hard each is, whether it tells strong players from weak ones, how long it takes,
// and where play disagrees with what the author meant. Definitions: docs/analysis.md.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "engine/analysis/solve.h"
#include "engine/encounter/session.h"

namespace mot {

/// How to count.
struct ItemOptions {
  /// Below so many plays there is no correlation and no warning (ours).
  std::size_t fewest = 30;
};

/// Middle and quartiles of a sample.
struct Quartiles {
  std::size_t count = 0;
  double lower = 0;
  double median = 0;
  double upper = 0;
};

/// Quartiles by linear interpolation between the values in order; nothing for no value. Example: 1,
/// 2, 4, 8 → 1.75, 3, 5.
std::optional<Quartiles> quartiles(std::vector<double> values);

/// A list whose squares about its mean add up to no more than this does not vary: that is what
/// rounding leaves.
inline constexpr double kLeastVariation = 1e-12;

/// Pearson's correlation of two lists of the same length; with a list of 0 and 1 it is the
/// point-biserial one. Nothing below two entries, or where one list does not vary.
std::optional<double> correlation(std::span<const double> a, std::span<const double> b);

/// One response.
struct ResponseStatistics {
  ResponseIndex response = kNone;
  /// Times it was on offer, and was chosen.
  std::size_t offered = 0;
  std::size_t chosen = 0;
  /// Point-biserial correlation of choosing it at the first visit with the rest of the score.
  std::optional<double> discrimination;
};

/// One decision.
struct MomentStatistics {
  MomentIndex moment = kNone;
  /// Plays that chose here, and choices, which may be more.
  std::size_t plays = 0;
  std::size_t choices = 0;
  /// Mean credit, 0 … 1: of a choice 1 for the best response on offer, 0 for the worst, between
  /// them by what each is worth. High is easy. Nothing where no choice could cost anything.
  std::optional<double> credit;
  /// Share of choices that cost nothing, and mean cost in points of satisfaction.
  std::optional<double> best_share;
  std::optional<double> regret;
  /// What a player would get here who picks evenly among what is on offer.
  std::optional<double> chance_credit;
  /// Correlation of the credit here with the score of all other choices, over complete plays.
  std::optional<double> discrimination;
  /// Complete plays that count in it.
  std::size_t correlated = 0;
  /// Seconds to decide, where they were measured and time did not run out.
  std::optional<Quartiles> seconds;
  std::size_t timed_out = 0;
  /// In the file's order.
  std::vector<ResponseStatistics> responses;
};

/// What disagrees with the author's intention.
struct ItemWarning {
  enum class Kind : std::uint8_t {
    /// Among the strongest quarter, a response that is not best was chosen more often than the
    /// best.
    strong_prefer_other,
    /// Offered often enough, never chosen: it tempts nobody.
    never_chosen,
    /// Mean credit of at least 0.95: nothing to learn here.
    too_easy,
    /// Mean credit below that of a player who picks at random.
    below_chance,
    /// Who does well here does worse elsewhere, by more than the correlation's standard error.
    negative_discrimination
  };
  Kind kind = Kind::never_chosen;
  MomentIndex moment = kNone;
  /// Of the first two kinds.
  ResponseIndex response = kNone;
};
/// "strong-prefer-other", "never-chosen", "too-easy", "below-chance", "negative-discrimination".
std::string_view name_of(ItemWarning::Kind kind);

/// The statistics.
struct ItemStatistics {
  std::size_t plays = 0;
  /// Plays that came to an ending.
  std::size_t complete = 0;
  /// Mean score of these, 0 … 100.
  std::optional<double> score;
  /// Decisions in which somebody chose, in the file's order.
  std::vector<MomentStatistics> moments;
  /// By moment.
  std::vector<ItemWarning> warnings;
};

/// Counts. Sessions must be of the solution's scenario. Where the solution is not exact, what needs
/// it is empty: frequencies and times remain.
ItemStatistics item_statistics(Solution& solution,
                               std::span<const Session> sessions,
                               const ItemOptions& options = {});

}  // namespace mot
