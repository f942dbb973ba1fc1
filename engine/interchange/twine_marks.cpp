// Signs for bold, italics, headings and rules in passages, and what they keep from being read.
#include <algorithm>

#include "engine/base/trim.h"
#include "engine/interchange/twine_reader.h"

namespace mot::twine {
namespace {

bool is_rule(std::string_view text, std::size_t at) {
  const std::string_view line = trimmed(text.substr(at, text.find('\n', at) - at));
  return line.size() >= 3 && line.find_first_not_of('-') == kNowhere;
}

/// Most bytes between a pair of signs.
constexpr std::size_t kLongestMarked = 1'000;

bool is_gap(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/// Offset of the sign that closes the one at `at`, in the same line; kNowhere: it opens nothing.
std::size_t closing_mark(std::string_view text, std::size_t at, std::string_view mark) {
  const std::size_t from = at + mark.size();
  const bool opens = from < text.size() && !is_gap(text[from]) && text[from] != mark[0] &&
                     (at == 0 || (!is_word(text[at - 1]) && text[at - 1] != mark[0]));
  if (!opens) return kNowhere;
  const std::string_view near = text.substr(0, from + kLongestMarked);
  const std::string_view line = near.substr(0, near.find('\n', from));
  for (std::size_t end = line.find(mark, from); end != kNowhere; end = line.find(mark, end + 1)) {
    const std::size_t behind = end + mark.size();
    const bool closes =
        !is_gap(line[end - 1]) &&
        (behind == line.size() || (!is_word(line[behind]) && line[behind] != mark[0]));
    if (closes) return end;
  }
  return kNowhere;
}

/// Without the pairs of a sign around words.
std::string without_pairs(std::string_view text, std::string_view mark) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end =
        text.substr(i, mark.size()) == mark ? closing_mark(text, i, mark) : kNowhere;
    if (end == kNowhere) {
      out += text[i++];
      continue;
    }
    out += text.substr(i + mark.size(), end - i - mark.size());
    i = end + mark.size();
  }
  return out;
}

/// Signs that stand around words; the longer ones first.
std::vector<std::string_view> pairs_of(TwineFormat format) {
  switch (format) {
    case TwineFormat::harlowe: return {"~~", "^^", "*"};
    case TwineFormat::sugarcube: return {"__", "==", "~~", "^^"};
    case TwineFormat::chapbook:
    case TwineFormat::snowman: return {"__", "~~", "*", "_"};
    default: return {};
  }
}

struct Verbatim {
  TwineFormat format;
  std::string_view open;
  std::string_view close;
};
constexpr std::array<Verbatim, 5> kVerbatim{{{TwineFormat::sugarcube, "<nowiki>", "</nowiki>"},
                                             {TwineFormat::sugarcube, "<html>", "</html>"},
                                             {TwineFormat::sugarcube, "\"\"\"", "\"\"\""},
                                             {TwineFormat::sugarcube, "{{{", "}}}"},
                                             {TwineFormat::harlowe, "`", "`"}}};

}  // namespace

bool PassageReader::read_verbatim() {
  for (const Verbatim& mark : kVerbatim) {
    if (mark.format != format_ || !starts(mark.open)) continue;
    const std::size_t from = at_ + mark.open.size();
    const std::size_t end = text_.substr(0, at_ + kLongestPiece).find(mark.close, from);
    if (end == kNowhere) return is_unclosed();
    const std::string_view inside = text_.substr(from, end - from);
    prose_ += mark.open == "<html>" ? plain_text(inside) : std::string(inside);
    at_ = end + mark.close.size();
    return true;
  }
  return false;
}

std::string PassageReader::without_marks(std::string_view text) const {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const bool line_start = i == 0 || text[i - 1] == '\n';
    const std::string_view two = text.substr(i, 2);
    if (line_start && is_rule(text, i)) {
      i = std::min(text.find('\n', i), text.size());
    } else if (line_start && heading(text, i) > 0) {
      i += heading(text, i);
    } else if (two == "''" || two == "**" || (two == "//" && (i == 0 || text[i - 1] != ':'))) {
      i += 2;
    } else {
      out += text[i++];
    }
  }
  for (const std::string_view mark : pairs_of(format_)) out = without_pairs(out, mark);
  return out;
}

std::size_t PassageReader::heading(std::string_view text, std::size_t at) const {
  const char sign = format_ == TwineFormat::sugarcube ? '!' : '#';
  std::size_t i = at;
  while (i < text.size() && text[i] == sign) ++i;
  return i - at <= 6 ? i - at : 0;
}

}  // namespace mot::twine
