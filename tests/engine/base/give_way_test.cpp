#include "engine/base/give_way.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <thread>

#ifdef __linux__
#include <sys/resource.h>

TEST_CASE("Only the thread that gives way comes later") {
  // Of the calling thread, as Linux has it; 19 is as late as it goes.
  const auto niceness = [] { return ::getpriority(PRIO_PROCESS, 0); };
  const int before = niceness();
  int later = before;
  std::thread thread([&] {
    mot::give_way();
    later = niceness();
  });
  thread.join();
  CHECK(later == std::min(before + 2, 19));
  CHECK(niceness() == before);
}
#endif
