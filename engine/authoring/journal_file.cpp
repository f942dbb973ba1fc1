#include "engine/authoring/journal_file.h"

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#ifndef _WIN32
#include <fcntl.h>
#include <unistd.h>
#endif

namespace mot {

#ifdef _WIN32

JournalFile::~JournalFile() = default;

int JournalFile::append(const std::string& path, std::string_view text) {
  std::FILE* file = std::fopen(path.c_str(), "ab");
  if (file == nullptr) return errno;
  const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  return std::fclose(file) == 0 && written ? 0 : EIO;
}

#else

namespace {

/// 0, or errno.
int write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(file, text.data(), text.size());
    if (count < 0 && errno != EINTR) return errno;
    if (count > 0) text.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

/// The same; a file that cannot be synchronised (a pipe) is as far as it goes.
int put_on_disk(int file) { return ::fsync(file) == 0 || errno == EINVAL ? 0 : errno; }

}  // namespace

JournalFile::~JournalFile() {
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
  }
  added_.notify_all();
  if (worker_.joinable()) worker_.join();
}

int JournalFile::append(const std::string& path, std::string_view text) {
  const int file = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  if (file < 0) return errno;
  const int error = write_all(file, text);
  const std::lock_guard lock(mutex_);
  if (!worker_.joinable()) {
    try {
      worker_ = std::thread([this] { keep_up(); });
    } catch (const std::system_error&) {
      const int late = put_on_disk(file);
      ::close(file);
      return error != 0 ? error : late;
    }
  }
  files_.push_back(file);
  added_.notify_all();
  return error != 0 ? error : std::exchange(error_, 0);
}

void JournalFile::keep_up() {
  std::unique_lock lock(mutex_);
  for (;;) {
    added_.wait(lock, [this] { return ends_ || !files_.empty(); });
    if (files_.empty()) return;
    const std::vector<int> files = std::exchange(files_, {});
    lock.unlock();
    // What was added to one file is on the disk with what was added last.
    int error = 0;
    for (const int file : files) {
      if (const int late = put_on_disk(file); late != 0) error = late;
      ::close(file);
    }
    lock.lock();
    if (error != 0) error_ = error;
  }
}

#endif

}  // namespace mot
