#include "engine/base/file_lock.h"

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <thread>
#include <utility>

#ifndef _WIN32
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
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

/// Nobody took the file away while its lock was waited for.
bool is_at(int file, const std::string& path) {
  struct stat held {};
  struct stat there {};
  return ::fstat(file, &held) == 0 && ::stat(path.c_str(), &there) == 0 &&
         held.st_dev == there.st_dev && held.st_ino == there.st_ino;
}

void open_again(int& file, const std::string& path) {
  ::close(file);
  file = open_file(path);
}

}  // namespace

FileLock::FileLock(const std::string& path, Kind kind) : file_(open_file(path)) {
  while (file_ >= 0) {
    const bool has = ::flock(file_, operation_of(kind)) == 0;
    if (!has && errno == EINTR) continue;
    if (!has || is_at(file_, path)) break;
    open_again(file_, path);
  }
}

std::optional<FileLock> FileLock::within(const std::string& path,
                                         Kind kind,
                                         std::chrono::milliseconds longest) {
  constexpr std::chrono::milliseconds kBetween{20};
  const auto until = std::chrono::steady_clock::now() + longest;
  FileLock lock(open_file(path));
  while (lock.file_ >= 0) {
    if (::flock(lock.file_, operation_of(kind) | LOCK_NB) == 0) {
      if (is_at(lock.file_, path)) break;
      open_again(lock.file_, path);
      continue;
    }
    if (errno == EINTR) continue;
    if (errno != EWOULDBLOCK) break;
    if (std::chrono::steady_clock::now() >= until) return std::nullopt;
    std::this_thread::sleep_for(kBetween);
  }
  return lock;
}

FileLock::~FileLock() {
  if (file_ < 0) return;
  if (!along_.empty()) ::unlink(along_.c_str());
  ::close(file_);
}
#else
FileLock::FileLock(const std::string&, Kind) {}

std::optional<FileLock> FileLock::within(const std::string&, Kind, std::chrono::milliseconds) {
  return FileLock(-1);
}

FileLock::~FileLock() = default;
#endif

FileLock::FileLock(FileLock&& other) noexcept
    : file_(std::exchange(other.file_, -1)), along_(std::move(other.along_)) {}

}  // namespace mot
