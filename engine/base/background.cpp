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
  /// How many of them write.
  std::size_t writing = 0;
};
Going& going() {
  static auto* const kGoing = new Going;
  return *kGoing;
}

void begin_one(Beside kind) {
  const std::lock_guard<std::mutex> lock(going().mutex);
  ++going().count;
  if (kind == Beside::writing) ++going().writing;
}

void end_one(Beside kind) {
  const std::lock_guard<std::mutex> lock(going().mutex);
  --going().count;
  if (kind == Beside::writing) --going().writing;
  going().ended.notify_all();
}

bool comes_to_none(const std::size_t& count, std::chrono::milliseconds longest) {
  std::unique_lock<std::mutex> lock(going().mutex);
  return going().ended.wait_for(lock, longest, [&] { return count == 0; });
}

}  // namespace

void work_beside(std::function<void()> work, Beside kind) {
  begin_one(kind);
  const auto shared = std::make_shared<std::function<void()>>(std::move(work));
  const auto run = [shared, kind]() mutable {
    (*shared)();
    // What it owns goes before it counts as ended.
    *shared = nullptr;
    end_one(kind);
  };
  try {
    std::thread(run).detach();
  } catch (const std::system_error&) {
    auto now = run;
    now();
  }
}

bool work_beside_done(std::chrono::milliseconds longest) {
  return comes_to_none(going().count, longest);
}

bool writing_beside_done(std::chrono::milliseconds longest) {
  return comes_to_none(going().writing, longest);
}

}  // namespace mot
