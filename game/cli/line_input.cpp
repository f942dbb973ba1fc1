#include "game/cli/line_input.h"

#include <algorithm>
#include <array>

#include "engine/base/utf8.h"
#include "game/cli/console.h"

namespace mot {
namespace {

constexpr std::size_t kLongestLine = 4096;

}  // namespace

std::string tidied(std::string_view line) {
  constexpr char32_t kFullWidthFirst = 0xFF01;
  constexpr char32_t kFullWidthLast = 0xFF5E;
  constexpr char32_t kFullWidthOffset = 0xFF01 - U'!';
  constexpr char32_t kIdeographicSpace = 0x3000;
  std::string plain;
  for (std::size_t offset = 0; offset < line.size();) {
    char32_t c = next_code_point(line, offset);
    if (c >= kFullWidthFirst && c <= kFullWidthLast) c -= kFullWidthOffset;
    if (c == kIdeographicSpace || c == U'\t' || c == U'\r') c = U' ';
    append_code_point(plain, c);
  }
  const std::size_t first = plain.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return plain.substr(first, plain.find_last_not_of(' ') + 1 - first);
}

std::optional<std::string> LineInput::next() {
  std::string line;
  while (true) {
    const std::size_t end = pending_.find('\n');
    const std::size_t room = kLongestLine - line.size();
    line += std::string_view(pending_).substr(0, std::min(room, end));
    if (end != std::string::npos) {
      pending_.erase(0, end + 1);
      return tidied(line);
    }
    const bool has_some = !pending_.empty();
    pending_.clear();
    if (ended_) {
      if (has_some || !line.empty()) return tidied(line);
      return std::nullopt;
    }
    std::array<char, 4096> buffer{};
    const std::size_t count = read_input(buffer.data(), buffer.size());
    if (signal_received() != 0) return std::nullopt;
    if (count == 0) ended_ = true;
    pending_.assign(buffer.data(), count);
  }
}

}  // namespace mot
