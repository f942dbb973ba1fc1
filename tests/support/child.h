// A piece of a test in a process of its own: one that is killed, that is somebody else, or that
// has a disk of its own.
#pragma once

#include <sys/types.h>

#include <functional>
#include <string>

namespace mot::test {

/// Exit code of a child that could not have what it needs; its text says what.
inline constexpr int kNotPossible = 77;

/// A child and what it has written. Killed at the end of the scope, if it is still there.
class Child {
 public:
  /// `say` sends a line to the parent at once; what `work` returns is the exit code.
  using Say = std::function<void(const std::string&)>;
  explicit Child(const std::function<int(const Say&)>& work);
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// Reads what comes until at least so many lines are there, or the child is gone.
  void wait_for_lines(std::size_t count);
  void kill();
  /// Waits for the end. The exit code, or 128 + signal.
  int wait();
  /// All that was said so far.
  const std::string& said() const { return said_; }

 private:
  bool read_some();
  pid_t process_ = -1;
  int pipe_ = -1;
  std::string said_;
};

/// In a child: mounts a disk of so many bytes at a folder, seen by this process alone. False where
/// that is not allowed.
bool mount_small_disk(const std::string& folder, std::size_t bytes);

/// In a child: becomes somebody who may not write what root owns. False where that is not possible.
bool become_nobody();

}  // namespace mot::test
