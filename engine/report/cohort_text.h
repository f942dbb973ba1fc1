// Figures of many attempts in words, the same on every page that shows them.
#pragma once

#include <cstdint>
#include <string>

#include "engine/records/cohort.h"
#include "engine/text/ui_strings.h"

namespace mot::report {

/// "44%", rounded; "–" of nothing.
std::string share_text(std::int64_t part, std::int64_t all);

/// What is known of a moment: choices, how many were right, what it costs, how well it tells strong
/// from weak attempts, how long it takes.
std::string measures_text(const MomentSplit& moment, const UiStrings& words);

}  // namespace mot::report
