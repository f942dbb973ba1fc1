#include "tests/support/child.h"

#include <fmt/format.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace mot::test {

Child::Child(const std::function<int(const Say&)>& work) {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) return;
  process_ = ::fork();
  if (process_ == 0) {
    ::close(ends[0]);
    const int code = work([&](const std::string& line) {
      const std::string whole = line + "\n";
      if (::write(ends[1], whole.data(), whole.size()) < 0) ::_exit(kNotPossible);
    });
    // Not exit(): the parent's buffers and Catch are not this process's to finish.
    ::_exit(code);
  }
  ::close(ends[1]);
  pipe_ = ends[0];
}

Child::~Child() {
  if (process_ > 0) {
    kill();
    wait();
  }
  if (pipe_ >= 0) ::close(pipe_);
}

bool Child::read_some() {
  std::array<char, 4096> buffer{};
  ssize_t count = 0;
  do {
    count = ::read(pipe_, buffer.data(), buffer.size());
  } while (count < 0 && errno == EINTR);
  if (count <= 0) return false;
  said_.append(buffer.data(), static_cast<std::size_t>(count));
  return true;
}

void Child::wait_for_lines(std::size_t count) {
  while (static_cast<std::size_t>(std::count(said_.begin(), said_.end(), '\n')) < count) {
    if (!read_some()) return;
  }
}

void Child::kill() {
  if (process_ > 0) ::kill(process_, SIGKILL);
}

int Child::wait() {
  while (read_some()) {
  }
  int status = 0;
  while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
  }
  process_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

bool mount_small_disk(const std::string& folder, std::size_t bytes) {
  if (::unshare(CLONE_NEWNS) != 0) return false;
  // What is mounted from here on is not to be seen outside.
  if (::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return false;
  const std::string size = fmt::format("size={}", bytes);
  return ::mount("tmpfs", folder.c_str(), "tmpfs", 0, size.c_str()) == 0;
}

bool become_nobody() {
  constexpr uid_t kNobody = 65534;
  return ::geteuid() != 0 || (::setgid(kNobody) == 0 && ::setuid(kNobody) == 0);
}

}  // namespace mot::test
