// The options of one choice: parts of moment_review.h.
#pragma once

#include <vector>

#include "engine/debrief/moment_review.h"

namespace mot {

/// All that was on offer at a choice, in the file's order.
std::vector<OptionReview> review_options(const Telling& telling,
                                         std::size_t choice,
                                         const Reckoning& reckoning);

/// What was not on offer only because needs had not been found out.
std::vector<ClosedOption> closed_options(const Telling& telling, std::size_t choice);

/// Whether a need (by its index) was known before a choice.
bool knew(const Telling& telling, std::size_t choice, std::int32_t need);

/// Felt as misery or magic from 50 hundredths on.
MomentLabel label_of(int gap);

/// The dimensions at stake at a moment, as a response delivers them.
std::vector<DimensionReview> review_dimensions(const Telling& telling,
                                               const Moment& moment,
                                               const Response& response);

}  // namespace mot
