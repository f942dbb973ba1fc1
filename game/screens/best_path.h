// The best play drawn beside the one that was played: where its choices lie between the played
// ones.
#pragma once

#include <optional>
#include <vector>

#include "engine/encounter/session.h"

namespace mot {

// One choice of the best play.
struct BestPathPoint {
  // Among the played choices: 2 is the third, 2.5 between the third and the fourth. Never before
  // the first or after the last.
  float place = 0;
  std::optional<float> satisfaction;  // CSAT 0 … 100 after the choice
};

// A choice at a moment that was played lies beside that choice, what is between two such is spread
// evenly. Empty where nothing was played.
std::vector<BestPathPoint> best_path_beside(const Session& played, const Session& best);

}  // namespace mot
