// A lock that processes and threads agree on, through a file beside what is locked.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <utility>

namespace mot {

/// Held while it lives. Each object stands for itself, also within one process. Where no lock can
/// be had (the folder cannot be written, the disk knows no locks) it is held all the same, as if
/// there were nobody else.
class FileLock {
 public:
  /// Any number may share it at a time, or one has it alone.
  enum class Kind : unsigned char { shared, alone };

  /// Waits for it as long as it takes. `path`: a file that is made where it is not there, with its
  /// folders, and stays unless take_file_along() says otherwise.
  FileLock(const std::string& path, Kind kind);
  /// Waits at most so long; nothing: others have it still.
  static std::optional<FileLock> within(const std::string& path,
                                        Kind kind,
                                        std::chrono::milliseconds longest);
  /// Its file goes with it; who waits for it then makes another. `path`: as it was locked. Only
  /// where one has it alone.
  void take_file_along(std::string path) { along_ = std::move(path); }
  ~FileLock();
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&&) = delete;

 private:
  explicit FileLock(int file) : file_(file) {}
  int file_ = -1;
  /// The file to be taken away at the end; empty: it stays.
  std::string along_;
};

}  // namespace mot
