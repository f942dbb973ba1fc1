// The encounter as a line: gap, mood and satisfaction after each choice, the stages it went
// through, what will be remembered, and the best play beside it. Implements docs/model.md 2 and 5.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/solved_play.h"
#include "engine/outcome/scorecard.h"
#include "engine/scenario/reading.h"

namespace mot {

/// One choice on the line.
struct TimelinePoint {
  MomentIndex moment = kNone;
  bool scored = false;
  /// Hundredths; meaningful where scored.
  int gap = 0;
  /// After the choice, −100 … 100.
  int mood = 0;
  /// CSAT 0 … 100 of all so far; nothing before the first scored choice.
  std::optional<double> satisfaction;
  /// Minutes the customer waited for what was chosen; 0: no wait.
  int wait = 0;
  /// Index into Timeline::bands, or −1 where there are none.
  int band = -1;
};

/// A stage of the journey, once for each time it was entered.
struct TimelineBand {
  std::string title;
  /// Index into Scenario::stages.
  int stage = kNone;
  /// Choices, from `first` on.
  std::size_t first = 0;
  std::size_t count = 0;
};

/// One choice of the best play.
struct BestPoint {
  MomentIndex moment = kNone;
  int mood = 0;
  std::optional<double> satisfaction;
  /// Where it lies among the choices that were made: 2.5 is between the third and the fourth. A
  /// choice at the same moment lies at the same place.
  double place = 0;
};

/// The line.
struct Timeline {
  int start_mood = 0;
  std::vector<TimelinePoint> points;
  std::vector<TimelineBand> bands;
  /// Empty where the solution is not exact.
  std::vector<BestPoint> best;
  /// Choices whose gap is the peak and the end of what is remembered; nothing without a scored one.
  std::optional<std::size_t> peak;
  std::optional<std::size_t> end;
};

/// The timeline of a session; `best` is the best play with the same luck, or null.
Timeline timeline_of(const Session& session,
                     const Scorecard& card,
                     const Reading& reading,
                     const Session* best);

}  // namespace mot
