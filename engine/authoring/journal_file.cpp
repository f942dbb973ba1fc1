#include "engine/authoring/journal_file.h"

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#ifndef _WIN32
#include <fcntl.h>
#include <unistd.h>

#include "engine/base/descriptor.h"
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

void JournalFile::forget() {}

#else

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
  // What was added before is on the disk with what was added last; where the file is another one,
  // it holds all of it.
  if (const int before = std::exchange(file_, file); before >= 0) ::close(before);
  added_.notify_all();
  return error != 0 ? error : std::exchange(error_, 0);
}

void JournalFile::forget() {
  const std::lock_guard lock(mutex_);
  if (const int before = std::exchange(file_, -1); before >= 0) ::close(before);
  error_ = 0;
  ++journal_;
}

void JournalFile::keep_up() {
  std::unique_lock lock(mutex_);
  for (;;) {
    added_.wait(lock, [this] { return ends_ || file_ >= 0; });
    if (file_ < 0) return;
    const int file = std::exchange(file_, -1);
    const unsigned journal = journal_;
    lock.unlock();
    const int error = put_on_disk(file);
    ::close(file);
    lock.lock();
    if (error != 0 && journal == journal_) error_ = error;
  }
}

#endif

}  // namespace mot
