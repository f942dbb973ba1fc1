// Which of a learner's attempts at a scenario counts: a trainer's choice.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "engine/records/attempt.h"
#include "engine/scenario/course.h"

namespace mot {

/// The places, in order, of the attempts that count: of each learner at each scenario the first or
/// the last by start, or the one with the highest score (the earlier among equals; one without a
/// score is lower than any). Attempts that reached no ending never count.
std::vector<std::size_t> counted_attempts(std::span<const Attempt> attempts, CountedAttempt rule);

}  // namespace mot
