#include "engine/base/file_lock.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <thread>
#include <vector>

#include "tests/support/temporary_folder.h"

using mot::FileLock;

namespace {

constexpr std::chrono::milliseconds kAtOnce{0};

}  // namespace

TEST_CASE("a lock is had by one alone, or shared by many") {
  const mot::test::TemporaryFolder folder;
  const std::string path = folder / "below/lock";
  {
    const FileLock first(path, FileLock::Kind::shared);
    const FileLock second(path, FileLock::Kind::shared);
    CHECK_FALSE(FileLock::within(path, FileLock::Kind::alone, kAtOnce));
  }
  const auto alone = FileLock::within(path, FileLock::Kind::alone, kAtOnce);
  REQUIRE(alone);
  CHECK_FALSE(FileLock::within(path, FileLock::Kind::shared, kAtOnce));
}

TEST_CASE("a lock takes its file along, and who comes then has another") {
  const mot::test::TemporaryFolder folder;
  const std::string path = folder / "lock";
  {
    auto lock = FileLock::within(path, FileLock::Kind::alone, kAtOnce);
    REQUIRE(lock);
    lock->take_file_along(path);
    const FileLock moved(std::move(*lock));
    CHECK_FALSE(FileLock::within(path, FileLock::Kind::alone, kAtOnce));
    CHECK(std::filesystem::exists(path));
  }
  CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("of many who wait for a lock that takes its file along, one has it at a time") {
  const mot::test::TemporaryFolder folder;
  const std::string path = folder / "lock";
  std::atomic<int> inside{0};
  std::atomic<int> most{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 200; ++i) {
        FileLock lock(path, FileLock::Kind::alone);
        lock.take_file_along(path);
        const int now = ++inside;
        if (now > most) most = now;
        --inside;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(most == 1);
}

TEST_CASE("where no lock can be had, work goes on without") {
  CHECK(FileLock::within("/proc/no/such/lock", FileLock::Kind::alone, kAtOnce));
}
