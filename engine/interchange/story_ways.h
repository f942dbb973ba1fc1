// Where the ways through an imported story lead: rounds without an end, and endings too far away.
// Only settle.cpp includes this.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/encounter/state.h"
#include "engine/interchange/imported_story.h"

namespace mot {

/// Most choices that an ending may be away: in the first half of an encounter it is then always
/// within reach.
inline constexpr int kFarthestEnding = kMaxTurns / 2;

/// Whether it is a decision or an ending, where the story stops on its way.
bool is_stop(const ImportedMoment& moment);

/// Of each set of moments that lead to each other and nowhere else, the index of the first
/// decision. Requires targets.
std::vector<std::size_t> closed_rounds(const std::vector<ImportedMoment>& moments);

/// Decisions, by index, that need a way to an ending of their own, so that from every moment an
/// ending is at most kFarthestEnding choices away. Empty: none is too far. Those with fewer than
/// `room` responses are taken first. Requires targets, and that each circle has a decision.
std::vector<std::size_t> far_from_end(const std::vector<ImportedMoment>& moments,
                                      std::size_t start,
                                      std::size_t room);

}  // namespace mot
