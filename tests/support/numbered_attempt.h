// Attempts for tests and measurements, made from a number.
#pragma once

#include <cstddef>
#include <string>

#include "engine/records/attempt.h"

namespace mot::test {

inline constexpr std::size_t kNumberedLearners = 7;

/// An attempt with something in every field; those of different numbers differ in id, learner
/// ("learner 3": number modulo 7) and time.
Attempt numbered_attempt(std::size_t number);

/// A UUID made of a number.
std::string uuid(std::size_t number);

}  // namespace mot::test
