// Begins a journal and adds to it without waiting for the disk: what was written is the system's at
// once, so that it outlives this program whatever ends it, and another thread sees to it that it is
// on the disk soon, so that it outlives the machine.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace mot {

class JournalFile {
 public:
  JournalFile() = default;
  /// Waits until all of it is on the disk.
  ~JournalFile();
  JournalFile(const JournalFile&) = delete;
  JournalFile& operator=(const JournalFile&) = delete;

  /// Makes a file that is not there yet, and its name in its folder. 0, or errno; EEXIST: what
  /// is there stays as it is. Killed while it writes, it leaves the beginning of the text.
  int begin(const std::string& path, std::string_view text);
  /// Adds to the end of a file that is there. 0, or errno: of this, or of what was written before
  /// and could not be put on the disk.
  int append(const std::string& path, std::string_view text);
  /// The journal is over: what could not be put on the disk is of no matter to the next one.
  void forget();

 private:
  int hand_over(int file, const std::string& folder);
  void keep_up();

  std::mutex mutex_;
  std::condition_variable added_;
  /// The open file with something that is not on the disk yet; -1: none.
  int file_ = -1;
  /// The folder in which its name is new; empty: it is on the disk, or will be with what was handed
  /// over before.
  std::string folder_;
  int error_ = 0;
  /// Counts the journals that are over.
  unsigned journal_ = 0;
  bool ends_ = false;
  std::thread worker_;
};

}  // namespace mot
