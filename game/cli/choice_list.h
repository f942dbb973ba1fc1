// Choices written on the command line: "moment.response,moment.response …".
#pragma once

#include <string_view>

#include "engine/base/result.h"
#include "engine/encounter/session.h"

namespace mot {

/// Makes the choices of a list one after the other; the empty list makes none. Refuses the first
/// that cannot be made, with its number; those before it stay made.
Result<bool> choose_all(Session& session, std::string_view list);

}  // namespace mot
