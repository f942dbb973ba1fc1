#include "game/cli/progress_line.h"

#include <fmt/format.h>

#include "game/cli/console.h"

namespace mot {
namespace {

constexpr std::chrono::seconds kQuick{1};
constexpr std::chrono::milliseconds kBetween{200};
/// To the line's start, and everything after it away.
constexpr std::string_view kErase = "\r\x1b[K";

}  // namespace

ProgressLine::ProgressLine()
    : terminal_(is_terminal(kStandardError)), next_(Clock::now() + kQuick) {}

ProgressLine::~ProgressLine() {
  if (shown_) write_error(kErase);
}

bool ProgressLine::is_due() const { return terminal_ && Clock::now() >= next_; }

void ProgressLine::show(std::string_view text) {
  if (!is_due()) return;
  write_error(fmt::format("{}{}", kErase, text));
  shown_ = true;
  next_ = Clock::now() + kBetween;
}

}  // namespace mot
