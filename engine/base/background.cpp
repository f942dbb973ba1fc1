#include "engine/base/background.h"

#include <condition_variable>
#include <cstddef>
#include <system_error>
#include <thread>

namespace mot {
namespace {

/// What goes on. Never destroyed: a thread may end after everything else.
struct Going {
  std::mutex mutex;
  std::condition_variable ended;
  std::size_t count = 0;
};
Going& going() {
  static auto* const kGoing = new Going;
  return *kGoing;
}

void end_one() {
  const std::lock_guard<std::mutex> lock(going().mutex);
  --going().count;
  going().ended.notify_all();
}

}  // namespace

void work_beside(std::function<void()> work) {
  {
    const std::lock_guard<std::mutex> lock(going().mutex);
    ++going().count;
  }
  const auto shared = std::make_shared<std::function<void()>>(std::move(work));
  const auto run = [shared]() mutable {
    (*shared)();
    // What it owns goes before it counts as ended.
    *shared = nullptr;
    end_one();
  };
  try {
    std::thread(run).detach();
  } catch (const std::system_error&) {
    auto now = run;
    now();
  }
}

bool work_beside_done(std::chrono::milliseconds longest) {
  std::unique_lock<std::mutex> lock(going().mutex);
  return going().ended.wait_for(lock, longest, [] { return going().count == 0; });
}

}  // namespace mot
