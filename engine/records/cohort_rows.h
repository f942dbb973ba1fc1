// Inside the cohort's figures: which rows of a table are asked about, which count, by learner; and
// which moments their answers belong to.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/records/cohort.h"

namespace mot {

/// A row that is asked about.
struct CohortRow {
  const SummaryRow* row = nullptr;
  /// For answers, effects and scores.
  bool counts = false;
};

/// The rows asked about that are somebody's own, by learner, in the order they came in.
struct CohortRows {
  std::vector<CohortRow> rows;
  /// Asked about, but nobody's own.
  std::size_t others = 0;
};
CohortRows rows_of(const SummaryTable& table, const CohortQuestion& question);

/// Moments by number, in the order they first came.
struct MomentNumbers {
  explicit MomentNumbers(const ChoiceNames& choices);

  /// Of each choice's number.
  std::vector<std::uint32_t> of_choice;
  /// One choice of each moment: its scenario and id.
  std::vector<const ChoiceName*> names;
};

/// How the moments of one scenario were answered. `rows`: as of rows_of.
std::vector<MomentSplit> splits_of(const SummaryTable& table,
                                   std::span<const CohortRow> rows,
                                   const MomentNumbers& moments,
                                   const std::string& scenario);

/// A score as a number from 0 to 100.
inline double points_of(std::int32_t score) {
  return static_cast<double>(score) / static_cast<double>(kScoreParts);
}

}  // namespace mot
