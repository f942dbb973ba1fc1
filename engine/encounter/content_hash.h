// Says whether two files mean the same encounter.
#pragma once

#include <string>

#include "engine/scenario/model.h"

namespace mot {

/// SHA-256 (hex) over the meaning: moments, responses, ids, stages, the customer's numbers,
/// ratings, conditions, targets; not texts, pictures or comments.
std::string content_hash(const Scenario& scenario);

}  // namespace mot
