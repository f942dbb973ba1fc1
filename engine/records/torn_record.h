// What is left to tell of a file that cannot be read as a play or an attempt any more.
#pragma once

#include <string>
#include <string_view>

namespace mot {

/// Whether the text of a damaged file still names a learner, as playthroughs do, on one line or on
/// many.
bool names_learner(std::string_view text, const std::string& learner);

}  // namespace mot
