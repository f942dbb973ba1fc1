// A line of a source text as it is shown below a finding: cut around the caret, harmless to a
// terminal, the caret under its glyph. Part of report.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/diagnostic.h"

namespace mot {

/// Columns of a source line that are shown at most.
inline constexpr std::size_t kMaxShownColumns = 200;

/// A line around a caret.
struct Excerpt {
  std::string line;
  /// Columns before the caret.
  std::size_t indent = 0;
  /// Columns of caret and underline together, at least 1.
  std::size_t width = 1;
};

/// Finds places in texts. Remembers the last one, so that going through sorted findings reads each
/// text once.
class SourceCursor {
 public:
  /// Nothing where the text has no such line.
  std::optional<Excerpt> excerpt(const SourceText& source, Position position, std::uint32_t length);

  /// `length` cut at the line's end, at least 1; as it is where the text has no such line.
  std::uint32_t length_in_line(const SourceText& source, Position position, std::uint32_t length);

 private:
  bool move_to(const SourceText& source, Position position);

  const SourceText* source_ = nullptr;
  Position at_{1, 1};
  std::size_t line_start_ = 0;
  std::size_t line_end_ = 0;
  std::size_t offset_ = 0;
};

/// The text with everything that could steer a terminal or hide (control characters, direction
/// overrides, line separators) as U+FFFD, and tabs and line feeds as a space.
std::string printable(std::string_view text);

}  // namespace mot
