// A lock that processes and threads agree on, through a file beside what is locked.
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace mot {

/// Held while it lives. Each object stands for itself, also within one process. Where no lock can
/// be had (the folder cannot be written, the disk knows no locks) it is held all the same, as if
/// there were nobody else.
class FileLock {
 public:
  /// Any number may share it at a time, or one has it alone.
  enum class Kind : unsigned char { shared, alone };

  /// Waits for it as long as it takes. `path`: a file that is made where it is not there, with its
  /// folders, and stays.
  FileLock(const std::string& path, Kind kind);
  /// Waits at most so long; nothing: others have it still.
  static std::optional<FileLock> within(const std::string& path,
                                        Kind kind,
                                        std::chrono::milliseconds longest);
  ~FileLock();
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&&) = delete;

 private:
  explicit FileLock(int file) : file_(file) {}
  int file_ = -1;
};

}  // namespace mot
