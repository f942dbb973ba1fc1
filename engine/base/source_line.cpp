#include "engine/base/source_line.h"

#include <algorithm>
#include <vector>

#include "engine/base/utf8.h"

namespace mot {
namespace {

/// Code points looked at on either side of the caret: bounds the work on lines of marks that take
/// no column.
constexpr std::size_t kMaxGlyphs = 4 * kMaxShownColumns;
constexpr std::string_view kEllipsis = "…";

/// What is shown instead of a code point.
char32_t shown(char32_t c) {
  if (c == '\t' || c == '\n') return ' ';
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool separator = c == 0x2028 || c == 0x2029;
  const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return control || separator || direction ? 0xFFFD : c;
}

struct Glyph {
  char32_t code_point;
  std::size_t width;
};

Glyph glyph_of(char32_t code_point) {
  const char32_t c = shown(code_point);
  return {c, static_cast<std::size_t>(display_width(c))};
}

/// Glyphs on one side of the caret, from it outwards.
struct Side {
  std::vector<Glyph> glyphs;
  std::size_t width = 0;
  /// Whether all there is on this side is in `glyphs`.
  bool whole = false;

  bool enough() const { return width > kMaxShownColumns || glyphs.size() >= kMaxGlyphs; }
  void push(Glyph glyph) {
    glyphs.push_back(glyph);
    width += glyph.width;
  }
};

Side glyphs_before(std::string_view line, std::size_t offset) {
  Side side;
  while (offset > 0 && !side.enough()) {
    // Back to the first byte of a code point; of stray bytes each is one.
    std::size_t start = offset - 1;
    while (start > 0 && offset - start < 4 &&
           (static_cast<unsigned char>(line[start]) & 0xC0U) == 0x80U)
      --start;
    std::size_t end = start;
    char32_t code_point = next_code_point(line, end);
    if (end != offset) {
      start = offset - 1;
      code_point = 0xFFFD;
    }
    side.push(glyph_of(code_point));
    offset = start;
  }
  side.whole = offset == 0;
  return side;
}

Side glyphs_after(std::string_view line, std::size_t offset) {
  Side side;
  while (offset < line.size() && !side.enough()) side.push(glyph_of(next_code_point(line, offset)));
  side.whole = offset == line.size();
  return side;
}

/// Keeps what fits into `columns`, the sign for the cut included.
void cut(Side& side, std::size_t columns) {
  if (side.whole && side.width <= columns) return;
  side.whole = false;
  while (side.width + 1 > columns && !side.glyphs.empty()) {
    side.width -= side.glyphs.back().width;
    side.glyphs.pop_back();
  }
}

void cut_both(Side& before, Side& after) {
  constexpr std::size_t kHalf = kMaxShownColumns / 2;
  const std::size_t wanted_after = after.whole ? after.width : kMaxShownColumns;
  const std::size_t room_before = kMaxShownColumns - std::min(wanted_after, kHalf);
  cut(before, room_before);
  const std::size_t taken = before.width + (before.whole ? 0 : 1);
  cut(after, kMaxShownColumns - taken);
}

Excerpt excerpt_at(std::string_view line, std::size_t offset, std::uint32_t length) {
  Side before = glyphs_before(line, offset);
  Side after = glyphs_after(line, offset);
  cut_both(before, after);

  Excerpt excerpt;
  if (!before.whole) excerpt.line += kEllipsis;
  for (auto glyph = before.glyphs.rbegin(); glyph != before.glyphs.rend(); ++glyph) {
    append_code_point(excerpt.line, glyph->code_point);
  }
  for (const Glyph& glyph : after.glyphs) append_code_point(excerpt.line, glyph.code_point);
  if (!after.whole) excerpt.line += kEllipsis;

  excerpt.indent = before.width + (before.whole ? 0 : 1);
  const std::size_t underlined = std::min<std::size_t>(length, after.glyphs.size());
  excerpt.width = 0;
  for (std::size_t i = 0; i < underlined; ++i) excerpt.width += after.glyphs[i].width;
  excerpt.width = std::max<std::size_t>(excerpt.width, 1);
  return excerpt;
}

}  // namespace

std::optional<Excerpt> SourceCursor::excerpt(const SourceText& source,
                                             Position position,
                                             std::uint32_t length) {
  if (!move_to(source, position)) return std::nullopt;
  const std::string_view text = source.text;
  return excerpt_at(text.substr(line_start_, line_end_ - line_start_), offset_ - line_start_,
                    length);
}

std::uint32_t SourceCursor::length_in_line(const SourceText& source,
                                           Position position,
                                           std::uint32_t length) {
  length = std::max(length, 1U);
  if (!move_to(source, position)) return length;
  const std::string_view line = std::string_view(source.text).substr(0, line_end_);
  std::uint32_t count = 0;
  for (std::size_t offset = offset_; offset < line.size() && count < length; ++count) {
    next_code_point(line, offset);
  }
  return std::max(count, 1U);
}

bool SourceCursor::move_to(const SourceText& source, Position position) {
  position.column = std::max(position.column, 1U);
  const std::string_view text = source.text;
  const auto end_of_line = [text](std::size_t start) {
    return std::min(text.find('\n', start), text.size());
  };
  const bool behind =
      position.line < at_.line || (position.line == at_.line && position.column < at_.column);
  if (source_ != &source || behind) {
    source_ = &source;
    at_ = {1, 1};
    line_start_ = 0;
    offset_ = 0;
    line_end_ = end_of_line(0);
  }
  while (at_.line < position.line) {
    if (line_end_ == text.size()) return false;
    line_start_ = line_end_ + 1;
    line_end_ = end_of_line(line_start_);
    offset_ = line_start_;
    at_ = {at_.line + 1, 1};
  }
  const std::string_view up_to_end = text.substr(0, line_end_);
  while (at_.column < position.column && offset_ < line_end_) {
    next_code_point(up_to_end, offset_);
    ++at_.column;
  }
  return true;
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    append_code_point(out, shown(next_code_point(text, offset)));
  }
  return out;
}

}  // namespace mot
