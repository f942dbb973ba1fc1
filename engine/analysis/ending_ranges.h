// The range of satisfaction at each ending, over all ways there. The smells and the figures of a
// scenario read it.
#pragma once

#include <limits>
#include <optional>
#include <vector>

#include "engine/analysis/state_graph.h"

namespace mot {

/// Satisfaction over all ways to one ending, fate counted as luck; hundredths. Empty: high < low.
struct EndingRange {
  int low = std::numeric_limits<int>::max();
  int high = -1;
  bool empty() const { return high < low; }
};

/// By moment; empty for what is no ending, or one that is not reached or only unscored. Nothing
/// where the graph is not complete, a state can come back, there is too much to follow (4 million
/// entries), or it was given up.
std::optional<std::vector<EndingRange>> ending_ranges(const StateGraph& graph,
                                                      CancelFlag cancel = nullptr);

}  // namespace mot
