#include "game/editor/yaml_colours.h"

#include <algorithm>
#include <cctype>

#include "engine/base/trim.h"

namespace mot {
namespace {

constexpr Colour kKey = theme::kTeal700;
constexpr Colour kWord = theme::kInk;
constexpr Colour kQuoted = rgb(0x7A3E00);
constexpr Colour kNumber = theme::kViolet;
constexpr Colour kRemark = theme::kInk3;
constexpr Colour kSign = theme::kInk2;

std::size_t indent_of(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

// Where the key of a line begins: behind the dashes of lists.
std::size_t key_column(std::string_view line) {
  std::size_t at = indent_of(line);
  while (at + 1 < line.size() && line[at] == '-' && line[at + 1] == ' ') {
    at = std::min(line.find_first_not_of(' ', at + 1), line.size());
  }
  return at;
}

// A line that ends in "|" or ">" begins a block that is everything deeper than its key.
bool begins_block(std::string_view line) {
  const std::string_view words = trimmed(line);
  if (words.empty() || words[0] == '#') {
    return false;
  }
  std::string_view rest = words;
  while (!rest.empty() && (rest.back() == '-' || rest.back() == '+')) {
    rest.remove_suffix(1);
  }
  if (rest.empty() || (rest.back() != '|' && rest.back() != '>')) {
    return false;
  }
  rest.remove_suffix(1);
  rest = trimmed(rest);
  return !rest.empty() && (rest.back() == ':' || rest.back() == '-');
}

bool is_number(std::string_view word) {
  if (word == "true" || word == "false") {
    return true;
  }
  const bool digits = std::all_of(word.begin(), word.end(), [](char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '.';
  });
  return digits && !word.empty() && std::isdigit(static_cast<unsigned char>(word.back())) != 0;
}

bool is_sign(char c) { return c == '{' || c == '}' || c == '[' || c == ']' || c == ','; }

class LineColours {
 public:
  LineColours(std::string_view line, std::vector<ColouredRun>& runs) : line_(line), runs_(runs) {}

  void run() {
    std::size_t at = 0;
    while (at < line_.size()) {
      at = next(at);
    }
  }

 private:
  std::size_t next(std::size_t at) {
    const char c = line_[at];
    if (c == ' ') {
      return add(at, std::min(line_.find_first_not_of(' ', at), line_.size()), kWord);
    }
    const bool first = trimmed(line_.substr(0, at)).empty();
    if (c == '#' && (at == 0 || line_[at - 1] == ' ')) {
      return add(at, line_.size(), kRemark);
    }
    if (c == '"' || c == '\'') {
      return quoted(at);
    }
    if (is_sign(c)) {
      depth_ += c == '{' || c == '[' ? 1 : c == ',' ? 0 : -1;
      return add(at, at + 1, kSign);
    }
    if (c == '-' && first && (at + 1 == line_.size() || line_[at + 1] == ' ')) {
      return add(at, at + 1, kSign);
    }
    return plain(at);
  }

  std::size_t quoted(std::size_t at) {
    const char sign = line_[at];
    std::size_t end = at + 1;
    while (end < line_.size() && line_[end] != sign) {
      end += line_[end] == '\\' && sign == '"' ? 2U : 1U;
    }
    end = std::min(end + 1, line_.size());
    const bool key = end < line_.size() && line_[end] == ':';
    return add(at, end, key ? kKey : kQuoted);
  }

  // A key up to its colon, or a value up to where it ends.
  std::size_t plain(std::size_t at) {
    std::size_t end = at;
    while (end < line_.size()) {
      const char c = line_[end];
      const bool last = end + 1 == line_.size();
      if (c == ':' && (last || line_[end + 1] == ' ')) {
        add(at, end, kKey);
        return add(end, end + 1, kSign);
      }
      if ((c == '#' && end > at && line_[end - 1] == ' ') || (depth_ > 0 && is_sign(c))) {
        break;
      }
      ++end;
    }
    const std::string_view word = trimmed(line_.substr(at, end - at));
    return add(at, end, is_number(word) ? kNumber : kWord);
  }

  std::size_t add(std::size_t begin, std::size_t end, Colour colour) {
    if (end > begin) {
      runs_.push_back({begin, end, colour});
    }
    return end;
  }

  std::string_view line_;
  std::vector<ColouredRun>& runs_;
  int depth_ = 0;
};

}  // namespace

void YamlColours::read(std::uint64_t version, std::string_view text) {
  if (version == version_) {
    return;
  }
  version_ = version;
  in_block_.clear();
  std::size_t block = std::string_view::npos;  // indentation of the key of the block we are in
  while (true) {
    const std::string_view line = text.substr(0, text.find('\n'));
    const bool blank = trimmed(line).empty();
    const bool inside = block != std::string_view::npos && (blank || indent_of(line) > block);
    in_block_.push_back(inside);
    if (!inside) {
      block = begins_block(line) ? key_column(line) : std::string_view::npos;
    }
    if (line.size() == text.size()) {
      return;
    }
    text.remove_prefix(line.size() + 1);
  }
}

void YamlColours::colour(std::size_t number,
                         std::string_view line,
                         std::vector<ColouredRun>& runs) const {
  if (number < in_block_.size() && in_block_[number]) {
    runs.push_back({0, line.size(), kWord});
    return;
  }
  LineColours(line, runs).run();
}

}  // namespace mot
