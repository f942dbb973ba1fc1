#include "engine/base/file_lock.h"

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <thread>
#include <utility>

#ifndef _WIN32
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace mot {

#ifndef _WIN32
namespace {

int open_file(const std::string& path) {
  std::error_code error;
  std::filesystem::create_directories(std::filesystem::path(path).parent_path(), error);
  return ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
}

int operation_of(FileLock::Kind kind) { return kind == FileLock::Kind::alone ? LOCK_EX : LOCK_SH; }

}  // namespace

FileLock::FileLock(const std::string& path, Kind kind) : file_(open_file(path)) {
  while (file_ >= 0 && ::flock(file_, operation_of(kind)) != 0 && errno == EINTR) {
  }
}

std::optional<FileLock> FileLock::within(const std::string& path,
                                         Kind kind,
                                         std::chrono::milliseconds longest) {
  constexpr std::chrono::milliseconds kBetween{20};
  const auto until = std::chrono::steady_clock::now() + longest;
  FileLock lock(open_file(path));
  while (lock.file_ >= 0 && ::flock(lock.file_, operation_of(kind) | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    if (errno != EWOULDBLOCK) break;
    if (std::chrono::steady_clock::now() >= until) return std::nullopt;
    std::this_thread::sleep_for(kBetween);
  }
  return lock;
}

FileLock::~FileLock() {
  if (file_ >= 0) ::close(file_);
}
#else
FileLock::FileLock(const std::string&, Kind) {}

std::optional<FileLock> FileLock::within(const std::string&, Kind, std::chrono::milliseconds) {
  return FileLock(-1);
}

FileLock::~FileLock() = default;
#endif

FileLock::FileLock(FileLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

}  // namespace mot
