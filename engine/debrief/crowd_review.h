// The crowd: what a thousand simulated customers like this one would answer after the same
// encounter, and what each touchpoint did to that. Implements docs/model.md 4.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/crowd.h"
#include "engine/debrief/telling.h"

namespace mot {

/// What one scored choice did to the NPS of the crowd.
struct TouchpointReview {
  /// Index of the choice, from 0.
  std::size_t choice = 0;
  std::string title;
  /// Points of NPS against the same crowd had the moment just met expectation.
  double impact = 0;
  double standard_error = 0;
};

/// The crowd's answers; shown as simulated, and the NPS never without its interval and the number
/// of customers.
struct CrowdReview {
  std::int64_t customers = 0;
  NpsCounts counts;
  double nps = 0;
  NpsInterval interval;
  /// Customers by answer, 0 … 10.
  std::array<std::int64_t, 11> histogram{};
  double satisfaction_mean = 0;
  /// By scored choice, in order.
  std::vector<TouchpointReview> touchpoints;
  /// "Of 1,000 customers like Mrs Chen (simulated): NPS +21, 95 % interval +17 to +26."
  std::string text;
  /// How far this goes: what the interval is, and what it is not.
  std::string reservation;
};

/// Has a crowd of kDefaultCustomers judge the session. The crowd is the same for every playthrough
/// of a scenario, so that attempts can be compared. Nothing where nothing was scored.
std::optional<CrowdReview> review_crowd(const Telling& telling);

}  // namespace mot
