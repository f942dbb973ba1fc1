// UTF-8: checking, counting, display width, cutting.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mot {

/// Offset of the first byte that is not valid UTF-8, or npos. Surrogates, overlong forms and values
/// above U+10FFFF are invalid.
std::size_t find_invalid_utf8(std::string_view text);

/// Number of code points; every stray byte counts as one.
std::size_t count_code_points(std::string_view text);

/// Code point at `offset`, which is moved past it. U+FFFD for a stray byte. Requires offset <
/// text.size().
char32_t next_code_point(std::string_view text, std::size_t& offset);

/// Appends a code point as UTF-8.
void append_code_point(std::string& text, char32_t code_point);

/// Columns a terminal gives the code point: 0 (combining, zero width), 1, or 2 (East Asian wide,
/// emoji).
int display_width(char32_t code_point);

/// Sum over the text; a tab counts as 1.
std::size_t display_width(std::string_view text);

/// The text, or its beginning with "…" where it is wider than `columns` (at least 1).
std::string shortened(std::string_view text, std::size_t columns);

}  // namespace mot
