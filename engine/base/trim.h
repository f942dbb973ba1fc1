// Blanks around a text.
#pragma once

#include <string_view>

namespace mot {

/// The text without the signs of `blanks` at its beginning and end; empty where it has no others.
inline std::string_view trimmed(std::string_view text, std::string_view blanks = " \t\r\n") {
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace mot
