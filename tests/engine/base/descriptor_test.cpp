#include "engine/base/descriptor.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <cerrno>
#include <string>
#include <thread>

#include "engine/base/file.h"
#include "tests/support/temporary_folder.h"

TEST_CASE("All is written, also where it does not go at once") {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  // More than a pipe holds.
  const std::string content(1'000'000, 'x');
  std::string read;
  std::thread reader([&] {
    std::array<char, 4096> buffer{};
    for (ssize_t count = 0; (count = ::read(ends[0], buffer.data(), buffer.size())) > 0;)
      read.append(buffer.data(), static_cast<std::size_t>(count));
  });
  const int error = mot::write_all(ends[1], content);
  const int late = mot::put_on_disk(ends[1]);
  ::close(ends[1]);
  reader.join();
  ::close(ends[0]);
  CHECK(error == 0);
  CHECK(late == 0);  // a pipe is never on a disk
  CHECK(read == content);
}

TEST_CASE("What cannot be written says why") {
  const mot::test::TemporaryFolder folder;
  REQUIRE(mot::write_file_atomically(folder / "a", "a"));
  const int reads_only = ::open((folder / "a").c_str(), O_RDONLY | O_CLOEXEC);
  REQUIRE(reads_only >= 0);
  CHECK(mot::write_all(reads_only, "b") == EBADF);
  ::close(reads_only);
  CHECK(mot::put_on_disk(reads_only) == EBADF);
  CHECK(mot::write_all(-1, "") == 0);
}
