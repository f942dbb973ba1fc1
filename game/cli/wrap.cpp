#include "game/cli/wrap.h"

#include <algorithm>

#include "engine/base/source_line.h"
#include "engine/base/utf8.h"
#include "engine/text/line_break.h"

namespace mot {
namespace {

/// A piece that is not broken, and the spaces after it.
struct Piece {
  std::string text;
  std::size_t width = 0;
  std::size_t spaces = 0;
};

std::vector<Piece> pieces_of(std::string_view line) {
  std::vector<Piece> pieces;
  char32_t before = 0;
  bool open = false;
  for (std::size_t offset = 0; offset < line.size();) {
    const std::size_t start = offset;
    const char32_t c = next_code_point(line, offset);
    if (c == U' ') {
      if (pieces.empty()) pieces.emplace_back();
      ++pieces.back().spaces;
      open = false;
      continue;
    }
    if (!open || may_break_between(before, c)) pieces.emplace_back();
    pieces.back().text += line.substr(start, offset - start);
    pieces.back().width += static_cast<std::size_t>(display_width(c));
    before = c;
    open = true;
  }
  return pieces;
}

/// Cuts a piece wider than a line into lines; the last may be filled up.
void cut(std::string_view text, std::size_t width, std::vector<std::string>& lines) {
  lines.emplace_back();
  std::size_t used = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    const auto columns = static_cast<std::size_t>(display_width(next_code_point(text, offset)));
    if (used > 0 && used + columns > width) {
      lines.emplace_back();
      used = 0;
    }
    lines.back() += text.substr(start, offset - start);
    used += columns;
  }
}

void wrap_line(std::string_view line, std::size_t width, std::vector<std::string>& lines) {
  lines.emplace_back();
  std::size_t used = 0;
  std::size_t spaces = 0;
  for (const Piece& piece : pieces_of(line)) {
    if (used > 0 && used + spaces + piece.width > width) {
      lines.emplace_back();
      used = 0;
      spaces = 0;
    }
    if (piece.width > width) {
      if (lines.back().empty()) lines.pop_back();
      cut(piece.text, width, lines);
      used = display_width(lines.back());
    } else {
      lines.back().append(used > 0 ? spaces : 0, ' ');
      lines.back() += piece.text;
      used += (used > 0 ? spaces : 0) + piece.width;
    }
    spaces = piece.spaces;
  }
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  width = std::max<std::size_t>(width, 1);
  while (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  std::vector<std::string> lines;
  while (true) {
    const std::size_t end = text.find('\n');
    wrap_line(printable(text.substr(0, end)), width, lines);
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

}  // namespace mot
