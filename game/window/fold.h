// Texts compared as a reader compares them.
#pragma once

#include <string>
#include <string_view>

namespace mot {

// The text without what a search passes over: capitals and accents. "Élodie" → "elodie".
std::string folded(std::string_view text);

}  // namespace mot
