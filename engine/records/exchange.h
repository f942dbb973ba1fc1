// Attempts in a JSON file that another store takes in: a document of one attempt a line, so that
// files of any size are written and read piece by piece. Format: docs/records.md.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/records/attempt.h"

namespace mot {

/// What stands before the first attempt, and behind the last. Between two: ",\n".
inline constexpr std::string_view kExchangeBegin = "{\"mot-records\":1,\"attempts\":[\n";
inline constexpr std::string_view kExchangeEnd = "\n]}\n";

/// Gives each attempt of a file to `take`, in order, until it refuses. Also reads a file with one
/// playthrough, as kept in plays/; `name` is then part of the attempt's id. Refuses with the line
/// and what is wrong there; what came before was given already.
Result<bool> read_exchange(std::istream& in,
                           std::string_view name,
                           const std::function<Result<bool>(Attempt)>& take);

}  // namespace mot
