#include "game/tools/line_wrap.h"

#include <algorithm>

#include "engine/base/utf8.h"
#include "engine/text/line_break.h"

namespace mot {
namespace {

bool is_blank(char32_t c) { return c == U' ' || c == U'\t'; }

// May a line end between the two?
bool breaks_between(char32_t before, char32_t after) {
  if (is_blank(before)) {
    return !is_blank(after);
  }
  return !is_blank(after) && may_break_between(before, after);
}

void break_line(std::string_view text,
                ShownLine line,
                float width,
                const Advance& advance,
                std::vector<ShownLine>& lines) {
  std::size_t begin = line.begin;
  std::size_t last_break = begin;
  float x = 0;
  float x_at_break = 0;
  char32_t before = 0;
  for (std::size_t at = begin; at < line.end;) {
    const std::size_t here = at;
    const char32_t c = next_code_point(text, at);
    if (here > begin && breaks_between(before, c)) {
      last_break = here;
      x_at_break = x;
    }
    const float w = advance(c);
    if (x + w > width && here > begin && !is_blank(c)) {
      const bool cut = last_break == begin;
      const std::size_t end = cut ? here : last_break;
      lines.push_back({begin, end});
      x -= cut ? x : x_at_break;
      begin = last_break = end;
      x_at_break = 0;
    }
    x += w;
    before = c;
  }
  lines.push_back({begin, line.end});
}

}  // namespace

std::vector<ShownLine> shown_lines(std::string_view text, float width, const Advance& advance) {
  std::vector<ShownLine> lines;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (width > 0) {
      break_line(text, {begin, end}, width, advance, lines);
    } else {
      lines.push_back({begin, end});
    }
    if (end == text.size()) {
      return lines;
    }
    begin = end + 1;
  }
}

std::size_t line_at(const std::vector<ShownLine>& lines, std::size_t at) {
  const auto after =
      std::upper_bound(lines.begin(), lines.end(), at,
                       [](std::size_t place, const ShownLine& line) { return place < line.begin; });
  return after == lines.begin() ? 0 : static_cast<std::size_t>(after - lines.begin()) - 1;
}

float x_of(std::string_view text, const ShownLine& line, std::size_t at, const Advance& advance) {
  float x = 0;
  for (std::size_t here = line.begin; here < std::min(at, line.end);) {
    x += advance(next_code_point(text, here));
  }
  return x;
}

std::size_t place_at(std::string_view text,
                     const ShownLine& line,
                     float x,
                     const Advance& advance) {
  float left = 0;
  for (std::size_t at = line.begin; at < line.end;) {
    const std::size_t here = at;
    const float w = advance(next_code_point(text, at));
    if (x < left + w / 2) {
      return here;
    }
    left += w;
  }
  return line.end;
}

}  // namespace mot
