#include "engine/authoring/journal_file.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>
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

namespace {

int write_in_mode(const std::string& path, std::string_view text, const char* mode) {
  std::FILE* file = std::fopen(path.c_str(), mode);
  if (file == nullptr) return errno;
  const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  return std::fclose(file) == 0 && written ? 0 : EIO;
}

}  // namespace

int JournalFile::begin(const std::string& path, std::string_view text) {
  return write_in_mode(path, text, "wbx");
}

int JournalFile::append(const std::string& path, std::string_view text) {
  return write_in_mode(path, text, "ab");
}

void JournalFile::forget() {}

#else

namespace {

/// So that a new name outlives the machine. Some file systems cannot do this: the file is there all
/// the same.
void put_folder_on_disk(const std::string& folder) {
  const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return;
  ::fsync(file);
  ::close(file);
}

std::string folder_of(const std::string& path) {
  const std::filesystem::path file(path);
  return file.has_parent_path() ? file.parent_path().string() : ".";
}

}  // namespace

JournalFile::~JournalFile() {
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
  }
  added_.notify_all();
  if (worker_.joinable()) worker_.join();
}

int JournalFile::begin(const std::string& path, std::string_view text) {
  constexpr mode_t kMode = 0666;
  const int file =
      ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC | O_NOFOLLOW, kMode);
  if (file < 0) return errno;
  if (const int error = write_all(file, text); error != 0) {
    ::close(file);
    ::unlink(path.c_str());
    return error;
  }
  return hand_over(file, folder_of(path));
}

int JournalFile::append(const std::string& path, std::string_view text) {
  const int file = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  if (file < 0) return errno;
  const int error = write_all(file, text);
  const int before = hand_over(file, {});
  return error != 0 ? error : before;
}

/// Leaves an open file to the thread that puts it on the disk. 0, or what went wrong there before.
int JournalFile::hand_over(int file, const std::string& folder) {
  const std::lock_guard lock(mutex_);
  if (!worker_.joinable()) {
    try {
      worker_ = std::thread([this] { keep_up(); });
    } catch (const std::system_error&) {
      const int error = put_on_disk(file);
      ::close(file);
      if (!folder.empty()) put_folder_on_disk(folder);
      return error;
    }
  }
  // What was added before is on the disk with what was added last; where the file is another one,
  // it holds all of it.
  if (const int before = std::exchange(file_, file); before >= 0) ::close(before);
  if (!folder.empty()) folder_ = folder;
  added_.notify_all();
  return std::exchange(error_, 0);
}

void JournalFile::forget() {
  const std::lock_guard lock(mutex_);
  if (const int before = std::exchange(file_, -1); before >= 0) ::close(before);
  folder_.clear();
  error_ = 0;
  ++journal_;
}

void JournalFile::keep_up() {
  std::unique_lock lock(mutex_);
  for (;;) {
    added_.wait(lock, [this] { return ends_ || file_ >= 0; });
    if (file_ < 0) return;
    const int file = std::exchange(file_, -1);
    const std::string folder = std::exchange(folder_, {});
    const unsigned journal = journal_;
    lock.unlock();
    const int error = put_on_disk(file);
    ::close(file);
    if (!folder.empty()) put_folder_on_disk(folder);
    lock.lock();
    if (error != 0 && journal == journal_) error_ = error;
  }
}

#endif

}  // namespace mot
