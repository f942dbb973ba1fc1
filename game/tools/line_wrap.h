// Breaks a text into lines for a width on the screen: Latin words stay whole, Chinese may break
// between characters but never before closing or after opening punctuation.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

namespace mot {

// One line as it is shown, in bytes of the text. A line end belongs to no line.
struct ShownLine {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(const ShownLine&, const ShownLine&) = default;
};

// Width of a character, in whatever unit the width is.
using Advance = std::function<float(char32_t)>;

// At least one line. `width` 0: lines break at line ends only. A word wider than that is cut;
// blanks at a break stay at the end of the line before it.
std::vector<ShownLine> shown_lines(std::string_view text, float width, const Advance& advance);

// The line a place is in: of two that meet there, the later one.
std::size_t line_at(const std::vector<ShownLine>& lines, std::size_t at);

// Distance of a place from the left end of its line.
float x_of(std::string_view text, const ShownLine& line, std::size_t at, const Advance& advance);

// The place nearest to a distance from the left end.
std::size_t place_at(std::string_view text, const ShownLine& line, float x, const Advance& advance);

}  // namespace mot
