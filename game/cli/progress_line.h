// One line on a terminal's stderr that says how far a long work is: shown after a second, rewritten
// in place, gone at the end. Nothing where stderr is no terminal.
#pragma once

#include <chrono>
#include <string_view>

namespace mot {

class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  /// Whether show() would write now: cheap, for callers that first have to make the text.
  bool is_due() const;
  /// Replaces the line. A text of one line, narrower than a terminal.
  void show(std::string_view text);

 private:
  using Clock = std::chrono::steady_clock;

  bool terminal_;
  bool shown_ = false;
  Clock::time_point next_;
};

}  // namespace mot
