// Giving up long work: a flag that another thread sets, and looks at it that cost next to nothing.
#pragma once

#include <atomic>
#include <cstdint>

namespace mot {

/// Set from another thread, or a signal handler, to give up; null: never.
using CancelFlag = const std::atomic<bool>*;

/// Whether to give up now.
inline bool is_cancelled(CancelFlag flag) {
  return flag != nullptr && flag->load(std::memory_order_relaxed);
}

/// The same looked at only now and then, for loops whose turns are short.
class CancelCheck {
 public:
  explicit CancelCheck(CancelFlag flag) : flag_(flag) {}
  /// True from the first look that finds the flag set.
  bool operator()() {
    if ((++turns_ & kBetween) == 0 && is_cancelled(flag_)) found_ = true;
    return found_;
  }

 private:
  static constexpr std::uint32_t kBetween = 0xFF;
  CancelFlag flag_;
  std::uint32_t turns_ = 0;
  bool found_ = false;
};

}  // namespace mot
