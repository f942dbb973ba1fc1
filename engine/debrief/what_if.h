// "What if I had said the other thing?": the same encounter with the same luck, as far as a choice,
// and then another response. The original stays.
#pragma once

#include <cstddef>

#include "engine/base/result.h"
#include "engine/encounter/session.h"

namespace mot {

/// A copy of the session before choice number `choice` (from 0), at which `response` was then
/// taken. Refuses what is not on offer there, and a choice that was never made.
Result<Session> what_if(const Session& session, std::size_t choice, ResponseIndex response);

/// The same without taking any response: the session as it stood before that choice.
Result<Session> back_to(const Session& session, std::size_t choice);

}  // namespace mot
