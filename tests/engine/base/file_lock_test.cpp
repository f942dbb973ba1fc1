#include "engine/base/file_lock.h"

#include <catch2/catch.hpp>

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

TEST_CASE("where no lock can be had, work goes on without") {
  CHECK(FileLock::within("/proc/no/such/lock", FileLock::Kind::alone, kAtOnce));
}
