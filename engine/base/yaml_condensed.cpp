#include "engine/base/yaml_condensed.h"

#include <algorithm>
#include <optional>

namespace mot {
namespace {

constexpr auto kNowhere = std::string_view::npos;
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

// Whether the sign at `at` begins an entry of a list or map in brackets.
bool begins_entry(std::string_view line, std::size_t at) {
  const std::size_t before = line.find_last_not_of(' ', at - 1);
  const char sign = line[before];
  return sign == '[' || sign == '{' || sign == ',' || (sign == ':' && before + 1 < at);
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
          at = after_quoted(line, at);
          if (at == kNowhere) return kNowhere;
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
    // A remark is no reason to think that a block is over.
    if (line[p] == '#') return true;
    if (block_ && p > *block_) return true;
    block_.reset();
    if (line.find('\t') != kNowhere) return false;
    if (p == 0 && (line.substr(0, 3) == "---" || line.substr(0, 3) == "...")) return false;
    while (line[p] == '-' && p + 1 < line.size() && line[p + 1] == ' ') {
      p = line.find_first_not_of(' ', p + 1);
      if (p == kNowhere) return true;
      if (line[p] == '#') return true;
    }
    const std::size_t colon = after_key(line, p);
    if (colon == kNowhere) return is_certain_without_key(line, p);
    if (is_letter(line[p])) take_out(line, {p, colon});
    const std::size_t value = line.find_first_not_of(' ', colon + 1);
    if (value == kNowhere || line[value] == '#') return true;
    return take_value(line, p, value);
  }

  // The ':' behind the key at `p`.
  static std::size_t after_key(std::string_view line, std::size_t p) {
    std::size_t end = p;
    while (end < line.size() && is_key_sign(line[end])) ++end;
    if (end == p || line[p] == '-' || end == line.size() || line[end] != ':') return kNowhere;
    return end + 1 == line.size() || line[end + 1] == ' ' ? end : kNowhere;
  }

  // What stands in a list, or a later line of a text.
  bool is_certain_without_key(std::string_view line, std::size_t p) {
    switch (line[p]) {
      case '"':
      case '\'': {
        const std::size_t end = after_quoted(line, p);
        return end != kNowhere && ends_at(line, end);
      }
      case '[':
      case '{': {
        plain_.clear();
        const std::size_t end = after_brackets(line, p, plain_);
        if (end == kNowhere || !ends_at(line, end)) return false;
        for (const Piece text : plain_) take_out(line, text);
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
        const std::string_view said = line.substr(0, line.find(" #", p));
        return said.find(": ", p) == kNowhere && said.back() != ':';
      }
    }
  }

  // The value of a key at column `key`.
  bool take_value(std::string_view line, std::size_t key, std::size_t value) {
    const char first = line[value];
    if (first == '|' || first == '>') {
      block_ = key;
      return is_block_header(line.substr(value));
    }
    if (begins_text(first)) {
      if (is_whole(line, key, value)) take_out(line, {value, line.size()});
      return true;
    }
    return is_certain_without_key(line, value);
  }

  // Whether all from `value` on is one plain text that ends with the line.
  bool is_whole(std::string_view line, std::size_t key, std::size_t value) const {
    const std::string_view text = line.substr(value);
    return text.back() != ' ' && text.back() != ':' && text.find(": ") == kNowhere &&
           text.find(" #") == kNowhere && !goes_on(at_ + line.size(), key);
  }

  void take_out(std::string_view line, Piece piece) {
    const std::string_view text = line.substr(piece.begin, piece.end - piece.begin);
    if (text.size() < kFewest || is_null(text)) return;
    const std::size_t offset = at_ + piece.begin;
    out_.text.append(source_.substr(copied_, offset - copied_));
    out_.taken.push_back({static_cast<std::uint32_t>(out_.text.size()),
                          static_cast<std::uint32_t>(offset),
                          static_cast<std::uint32_t>(text.size())});
    out_.text += 'x';
    copied_ = offset + text.size();
  }

  // Whether the next line with something on it, from `at` on, is further in than the key.
  bool goes_on(std::size_t at, std::size_t key) const {
    const std::size_t next = source_.find_first_not_of(" \n", at);
    if (next == kNowhere) return false;
    return source_[next] == '\t' || next - source_.rfind('\n', next) - 1 > key;
  }

  std::string_view source_;
  CondensedYaml out_;
  std::size_t at_ = 0;
  std::size_t copied_ = 0;  // of the source
  std::vector<Piece> plain_;
  // Column of the key whose block these lines may belong to.
  std::optional<std::size_t> block_;
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
