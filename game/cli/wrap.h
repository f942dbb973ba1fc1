// Breaks a text into lines for a terminal: Latin words stay whole, Chinese may break between
// characters but never before closing or after opening punctuation. Used by screen.h.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mot {

/// Lines of at most `width` columns (at least 1 is taken). Line ends in the text are kept, spaces
/// around breaks are not; what could steer a terminal is replaced. A word wider than a line is cut.
/// An empty text is one empty line. A pair like …… or —— stays together. Punctuation that may not
/// begin a line takes the character before it along, so a line can be one or two columns short.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

}  // namespace mot
