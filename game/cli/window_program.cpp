// POSIX; on Windows nothing is started, so the terminal is used.
#include "game/cli/window_program.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "engine/base/user_folders.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && value[0] != '\0';
}

constexpr int kCouldNotStart = 127;
constexpr std::array<int, 3> kPassedOn{SIGINT, SIGTERM, SIGHUP};

volatile std::sig_atomic_t child = 0;

/// Ctrl-C reaches the child by itself, a signal sent to us alone does not.
extern "C" void pass_on(int signal) {
  if (child != 0 && signal != SIGINT) ::kill(child, signal);
}

/// Handles signals while a child runs; the old handlers come back.
class SignalsPassedOn {
 public:
  SignalsPassedOn() {
    struct sigaction action {};
    action.sa_handler = pass_on;
    ::sigemptyset(&action.sa_mask);
    for (std::size_t i = 0; i < kPassedOn.size(); ++i) ::sigaction(kPassedOn[i], &action, &old_[i]);
  }
  ~SignalsPassedOn() {
    for (std::size_t i = 0; i < kPassedOn.size(); ++i) {
      ::sigaction(kPassedOn[i], &old_[i], nullptr);
    }
  }
  SignalsPassedOn(const SignalsPassedOn&) = delete;
  SignalsPassedOn& operator=(const SignalsPassedOn&) = delete;

  /// In the child, before exec: handlers do not survive it, being ignored does.
  void restore_in_child() const {
    for (std::size_t i = 0; i < kPassedOn.size(); ++i) {
      ::sigaction(kPassedOn[i], &old_[i], nullptr);
    }
    std::signal(SIGPIPE, SIG_DFL);
  }

 private:
  std::array<struct sigaction, kPassedOn.size()> old_{};
};

}  // namespace

bool has_display() {
#ifdef __APPLE__
  return true;
#else
  return is_set("DISPLAY") || is_set("WAYLAND_DISPLAY");
#endif
}

std::string program_beside(const std::string& name) {
  const std::string self = executable_path();
  if (self.empty()) return {};
  const fs::path beside = fs::path(self).parent_path() / name;
  std::error_code error;
  return fs::is_regular_file(beside, error) ? beside.string() : std::string();
}

std::optional<int> run_program(const std::string& path, const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  arguments.push_back(const_cast<char*>(path.c_str()));
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const SignalsPassedOn signals;
  const pid_t started = ::fork();
  if (started < 0) return std::nullopt;
  if (started == 0) {
    signals.restore_in_child();
    ::execv(path.c_str(), arguments.data());
    ::_exit(kCouldNotStart);
  }
  child = started;
  int status = 0;
  while (::waitpid(started, &status, 0) < 0) {
    if (errno != EINTR) return std::nullopt;
  }
  child = 0;
  if (WIFSIGNALED(status)) return 128 + WTERMSIG(status);
  if (!WIFEXITED(status) || WEXITSTATUS(status) == kCouldNotStart) return std::nullopt;
  return WEXITSTATUS(status);
}

}  // namespace mot
