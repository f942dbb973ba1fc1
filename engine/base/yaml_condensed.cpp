#include "engine/base/yaml_condensed.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

namespace mot {
namespace {

constexpr auto kNowhere = std::string_view::npos;
using Column = std::ptrdiff_t;
// Of what is in no list or map.
constexpr Column kOutside = -1;
// One sign is no shorter than what stands for it.
constexpr std::size_t kFewest = 2;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool begins_text(char c) { return is_letter(c) || static_cast<unsigned char>(c) >= 0x80; }
bool is_key_sign(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
}

// What yaml-cpp takes for no value at all.
bool is_null(std::string_view text) { return text == "null" || text == "Null" || text == "NULL"; }

// Whether a line has nothing after this byte but blanks and a remark.
bool ends_at(std::string_view line, std::size_t at) {
  const std::size_t next = line.find_first_not_of(' ', at);
  return next == kNowhere || (next > at && line[next] == '#');
}

// The byte after the quote that closes the one at `at`; kNowhere: not on this line.
std::size_t after_quoted(std::string_view line, std::size_t at) {
  const char quote = line[at];
  for (++at; at < line.size(); ++at) {
    if (quote == '"' && line[at] == '\\') {
      ++at;
    } else if (line[at] == quote) {
      if (quote == '"' || at + 1 == line.size() || line[at + 1] != quote) return at + 1;
      ++at;
    }
  }
  return kNowhere;
}

// Whether what stands in quotes there means what it says: nothing is escaped. `end` is behind the
// closing quote.
bool is_literal(std::string_view line, std::size_t at, std::size_t end) {
  const std::string_view inner = line.substr(at + 1, end - at - 2);
  return inner.find(line[at] == '"' ? '\\' : '\'') == kNowhere;
}

// Whether the sign at `at` begins an entry of a list or map in brackets.
bool begins_entry(std::string_view line, std::size_t at) {
  const std::size_t before = line.find_last_not_of(' ', at - 1);
  const char sign = line[before];
  return sign == '[' || sign == '{' || sign == ',' || (sign == ':' && before + 1 < at);
}

// Whether an entry, or the key of one, is over there.
bool ends_entry(std::string_view line, std::size_t at) {
  const std::size_t next = line.find_first_not_of(' ', at);
  if (next == kNowhere) return false;
  const char sign = line[next];
  return sign == ',' || sign == ']' || sign == '}' ||
         (sign == ':' && next + 1 < line.size() && line[next + 1] == ' ');
}

bool is_in_word(std::string_view line, std::size_t at) {
  const char before = line[at - 1];
  return is_letter(before) || (before >= '0' && before <= '9') ||
         static_cast<unsigned char>(before) >= 0x80;
}

bool is_flow_word_sign(char c) {
  return is_key_sign(c) || static_cast<unsigned char>(c) >= 0x80 ||
         std::string_view(" +*/<>=()").find(c) != kNowhere;
}

// A piece of a line.
struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The plain text that begins at `at` in brackets; empty where it is not certain to be one.
Piece plain_in_brackets(std::string_view line, std::size_t at) {
  std::size_t end = at;
  while (end < line.size() && is_flow_word_sign(line[end])) ++end;
  if (end == line.size()) return {};
  const bool before_value = line[end] == ':' && end + 1 < line.size() && line[end + 1] == ' ';
  if (!before_value && line[end] != ',' && line[end] != ']' && line[end] != '}') return {};
  while (end > at && line[end - 1] == ' ') --end;
  return {at, end};
}

// The byte after the bracket that closes the one at `at`; kNowhere: not on this line, or not
// certain. What is certain to be plain text in it is added to `plain`.
std::size_t after_brackets(std::string_view line, std::size_t at, std::vector<Piece>& plain) {
  int depth = 0;
  while (at < line.size()) {
    const char sign = line[at];
    switch (sign) {
      case '"':
      case '\'':
        if (begins_entry(line, at)) {
          const std::size_t end = after_quoted(line, at);
          if (end == kNowhere) return kNowhere;
          if (is_literal(line, at, end) && ends_entry(line, end)) plain.push_back({at, end});
          at = end;
          continue;
        }
        if (!is_in_word(line, at)) return kNowhere;
        break;
      case '&':
      case '*':
      case '!':
        if (begins_entry(line, at)) return kNowhere;
        break;
      case '#': return kNowhere;
      case '[':
      case '{': ++depth; break;
      case ']':
      case '}':
        if (--depth == 0) return at + 1;
        break;
      default:
        if (!begins_text(sign) || !begins_entry(line, at)) break;
        if (const Piece text = plain_in_brackets(line, at); text.end > at) {
          plain.push_back(text);
          at = text.end;
          continue;
        }
        break;
    }
    ++at;
  }
  return kNowhere;
}

bool is_block_header(std::string_view value) {
  const std::size_t end = value.find_first_not_of("|>+-123456789");
  return end == kNowhere || ends_at(value, end);
}

// Goes over a text line by line.
class Condenser {
 public:
  explicit Condenser(std::string_view source) : source_(source) {}

  CondensedYaml run() {
    while (at_ < source_.size()) {
      const std::size_t end = std::min(source_.find('\n', at_), source_.size());
      if (!take(source_.substr(at_, end - at_))) break;
      at_ = end + 1;
    }
    out_.text.append(source_.substr(std::min(copied_, source_.size())));
    return std::move(out_);
  }

 private:
  // A line that begins at at_; false: from here on nothing is certain.
  bool take(std::string_view line) {
    std::size_t p = line.find_first_not_of(' ');
    if (p == kNowhere) return true;
    // A remark is no reason to think that a block is over; in one, it is a text.
    if (line[p] == '#') {
      if (block_) return true;
      take_remark(line, p);
      const std::optional<Column> text = std::exchange(text_, std::nullopt);
      return !text || !goes_on(line, *text);
    }
    if (block_ && p > *block_) return true;
    block_.reset();
    if (line.find('\t') != kNowhere) return false;
    if (p == 0 && (line.substr(0, 3) == "---" || line.substr(0, 3) == "...")) return false;
    if (text_ && static_cast<Column>(p) > *text_)
      return line.find(": ", p) == kNowhere && line.back() != ':' && line.find(" #") == kNowhere;
    text_.reset();
    Column outer = kOutside;
    while (line[p] == '-' && p + 1 < line.size() && line[p + 1] == ' ') {
      outer = static_cast<Column>(p);
      p = line.find_first_not_of(' ', p + 1);
      if (p == kNowhere) return true;
      if (line[p] == '#') return true;
    }
    const std::size_t colon = after_key(line, p);
    if (colon == kNowhere) return is_certain_without_key(line, p, outer);
    if (is_letter(line[p])) take_out(line, {p, colon});
    const std::size_t value = line.find_first_not_of(' ', colon + 1);
    if (value == kNowhere) return true;
    if (line[value] == '#') {
      take_remark(line, value);
      return true;
    }
    return take_value(line, p, value);
  }

  // The ':' behind the key at `p`.
  static std::size_t after_key(std::string_view line, std::size_t p) {
    std::size_t end = p;
    while (end < line.size() && is_key_sign(line[end])) ++end;
    if (end == p || line[p] == '-' || end == line.size() || line[end] != ':') return kNowhere;
    return end + 1 == line.size() || line[end + 1] == ' ' ? end : kNowhere;
  }

  // What stands in a list, or behind a key; `outer` is the column of its dash or key.
  bool is_certain_without_key(std::string_view line, std::size_t p, Column outer) {
    switch (line[p]) {
      case '"':
      case '\'': {
        const std::size_t end = after_quoted(line, p);
        if (end == kNowhere || !ends_at(line, end) || goes_on(line, outer)) return false;
        take_remark(line, end);
        return true;
      }
      case '[':
      case '{': {
        plain_.clear();
        const std::size_t end = after_brackets(line, p, plain_);
        if (end == kNowhere || !ends_at(line, end) || goes_on(line, outer)) return false;
        for (const Piece text : plain_) take_out(line, text);
        take_remark(line, end);
        return true;
      }
      case '|':
      case '>':
      case '&':
      case '*':
      case '!':
      case '%':
      case '@':
      case '`':
      case '?':
      case ':': return false;
      default: {
        const std::size_t remark = line.find(" #", p);
        const std::string_view said = line.substr(0, remark);
        if (said.find(": ", p) != kNowhere || said.back() == ':') return false;
        text_ = outer;
        if (remark == kNowhere) return true;
        take_remark(line, remark);
        return !goes_on(line, outer);
      }
    }
  }

  // The value of a key at column `key`.
  bool take_value(std::string_view line, std::size_t key, std::size_t value) {
    const char first = line[value];
    const auto outer = static_cast<Column>(key);
    if (first == '|' || first == '>') {
      block_ = key;
      return is_block_header(line.substr(value));
    }
    if (begins_text(first)) {
      const bool more = goes_on(line, outer);
      text_ = outer;
      if (!more && is_whole(line.substr(value))) take_out(line, {value, line.size()});
      return !more || line.find(" #", value) == kNowhere;
    }
    if (first == '"' || first == '\'') {
      const std::size_t end = after_quoted(line, value);
      if (end != kNowhere && is_literal(line, value, end) && ends_at(line, end) &&
          !goes_on(line, outer))
        take_out(line, {value, end});
    }
    return is_certain_without_key(line, value, outer);
  }

  // Whether the rest of a line is one plain text.
  static bool is_whole(std::string_view text) {
    return text.back() != ' ' && text.back() != ':' && text.find(": ") == kNowhere &&
           text.find(" #") == kNowhere;
  }

  void take_out(std::string_view line, Piece piece) {
    const std::string_view text = line.substr(piece.begin, piece.end - piece.begin);
    if (text.size() < kFewest || is_null(text)) return;
    put_instead(piece, 'x', text[0] == '"' || text[0] == '\'');
  }

  // The remark behind the byte `from` of a line, where there is one.
  void take_remark(std::string_view line, std::size_t from) {
    const std::size_t begin = line.find('#', from);
    if (begin != kNowhere && line.size() - begin >= kFewest)
      put_instead({begin, line.size()}, '#', false);
  }

  // A piece of the line at at_.
  void put_instead(Piece piece, char sign, bool quoted) {
    const std::size_t offset = at_ + piece.begin;
    out_.text.append(source_.substr(copied_, offset - copied_));
    out_.taken.push_back({static_cast<std::uint32_t>(out_.text.size()),
                          static_cast<std::uint32_t>(offset),
                          static_cast<std::uint32_t>(piece.end - piece.begin), quoted});
    out_.text += sign;
    copied_ = at_ + piece.end;
  }

  // Whether the next line with something on it but remarks is further in than a column. `line` is
  // the one at at_.
  bool goes_on(std::string_view line, Column outer) const {
    std::size_t at = at_ + line.size();
    for (;;) {
      const std::size_t next = source_.find_first_not_of(" \n", at);
      if (next == kNowhere) return false;
      const std::size_t begin = source_.rfind('\n', next) + 1;
      if (source_[next] != '#')
        return source_[next] == '\t' || static_cast<Column>(next - begin) > outer;
      at = std::min(source_.find('\n', next), source_.size());
    }
  }

  std::string_view source_;
  CondensedYaml out_;
  std::size_t at_ = 0;
  std::size_t copied_ = 0;  // of the source
  std::vector<Piece> plain_;
  // Column of the key whose block these lines may belong to.
  std::optional<std::size_t> block_;
  // Column of the key or dash of a plain text that further lines may belong to.
  std::optional<Column> text_;
};

}  // namespace

std::size_t CondensedYaml::in_source(std::size_t at) const {
  const auto after = std::partition_point(taken.begin(), taken.end(),
                                          [at](const TakenOut& one) { return one.at < at; });
  if (after == taken.begin()) return at;
  const TakenOut& last = *(after - 1);
  return at - last.at - 1 + last.offset + last.size;
}

const TakenOut* CondensedYaml::taken_at(std::size_t at) const {
  const auto found = std::partition_point(taken.begin(), taken.end(),
                                          [at](const TakenOut& one) { return one.at < at; });
  return found == taken.end() || found->at != at ? nullptr : &*found;
}

CondensedYaml condensed(std::string_view source) { return Condenser(source).run(); }

}  // namespace mot
