// Two pieces of work at the same time.
#pragma once

#include <exception>
#include <system_error>
#include <thread>

namespace mot {

/// Runs `there` on a thread of its own and `here` on this one, and returns when both are done;
/// where the machine gives no thread, one after the other. An exception of either comes out after
/// that, that of `here` first. The two must not change what the other reads.
template <class Here, class There>
void both(Here&& here, There&& there) {
  std::exception_ptr failed_here;
  std::exception_ptr failed_there;
  const auto guarded = [](auto& work, std::exception_ptr& failed) noexcept {
    try {
      work();
    } catch (...) {
      failed = std::current_exception();
    }
  };
  std::thread other;
  try {
    other = std::thread([&] { guarded(there, failed_there); });
  } catch (const std::system_error&) {
    guarded(there, failed_there);
  }
  guarded(here, failed_here);
  if (other.joinable()) other.join();
  if (failed_here) std::rethrow_exception(failed_here);
  if (failed_there) std::rethrow_exception(failed_there);
}

}  // namespace mot
