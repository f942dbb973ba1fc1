#include "game/cli/console.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <string>
#include <system_error>

#include "engine/base/descriptor.h"
#include "engine/base/source_line.h"

namespace mot {
namespace {

constexpr std::array<int, 3> kHandledSignals{SIGINT, SIGTERM, SIGHUP};

volatile std::sig_atomic_t last_signal = 0;
/// Write end of a pipe that wakes read_input, or −1: signals end the process. (A flag alone would
/// be missed by a read that begins just after it is set.)
volatile std::sig_atomic_t wake_up = -1;
int woken = -1;
std::atomic<bool> is_interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler sets it");

extern "C" void on_signal(int signal) {
  if (wake_up == -1 || last_signal != 0) ::_exit(128 + signal);
  last_signal = signal;
  is_interrupted = true;
  const int saved = errno;
  if (::write(wake_up, "!", 1) != 1) ::_exit(128 + signal);
  errno = saved;
}

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && value[0] != '\0';
}

std::size_t columns_of_environment() {
  constexpr std::size_t kDefault = 80;
  const char* value = std::getenv("COLUMNS");
  if (value == nullptr) return kDefault;
  const std::string_view text = value;
  std::size_t columns = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), columns);
  return error == std::errc() && end == text.data() + text.size() && columns > 0 ? columns
                                                                                 : kDefault;
}

}  // namespace

void prepare_process() {
  for (int descriptor = kStandardInput; descriptor <= kStandardError; ++descriptor) {
    if (::fcntl(descriptor, F_GETFD) != -1) continue;
    // Read-only for all three: a write to it fails, as one to a closed descriptor does.
    const int null = ::open("/dev/null", O_RDONLY);  // NOLINT(android-cloexec-open): as inherited
    if (null != descriptor && null >= 0) ::close(null);
  }
  std::signal(SIGPIPE, SIG_IGN);
  struct sigaction action {};
  action.sa_handler = on_signal;
  ::sigemptyset(&action.sa_mask);
  for (const int signal : kHandledSignals) {
    struct sigaction inherited {};
    // nohup and shells' background jobs have asked for these to be ignored.
    if (::sigaction(signal, nullptr, &inherited) == 0 && inherited.sa_handler == SIG_IGN) continue;
    ::sigaction(signal, &action, nullptr);
  }
}

SignalsEndReading::SignalsEndReading() {
  last_signal = 0;
  is_interrupted = false;
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) return;  // signals end the process, then
  for (const int end : ends) {
    ::fcntl(end, F_SETFD, FD_CLOEXEC);
    ::fcntl(end, F_SETFL, O_NONBLOCK);
  }
  woken = ends[0];
  wake_up = ends[1];
}

SignalsEndReading::~SignalsEndReading() {
  if (wake_up == -1) return;
  const int end = wake_up;
  wake_up = -1;
  ::close(end);
  ::close(woken);
  woken = -1;
}

int signal_received() { return last_signal; }

const std::atomic<bool>& interrupted() { return is_interrupted; }

int end_interrupted() {
  return complain("broken off; nothing was printed", 128 + signal_received());
}

std::size_t read_input(char* buffer, std::size_t size) {
  while (last_signal == 0) {
    std::array<pollfd, 2> waiting{pollfd{kStandardInput, POLLIN, 0}, pollfd{woken, POLLIN, 0}};
    const int ready = ::poll(waiting.data(), woken == -1 ? 1 : 2, -1);
    if (ready < 0 && errno == EINTR) continue;
    if (last_signal != 0 || ready < 0) break;
    const ssize_t count = ::read(kStandardInput, buffer, size);
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR && errno != EAGAIN) break;
  }
  return 0;
}

bool write_result(std::string_view text) {
  static bool failed = false;
  if (failed) return false;
  const int error = write_all(kStandardOutput, text);
  if (error == 0) return true;
  failed = true;
  complain(
      fmt::format("cannot write the result to stdout: {}", std::generic_category().message(error)),
      kMachineRefused);
  return false;
}

int finish(std::string_view text, int code) { return write_result(text) ? code : kMachineRefused; }

int complain(std::string_view sentence, int code) {
  write_error(fmt::format("mot: {}\n", printable(sentence)));
  return code;
}

void write_error(std::string_view text) { write_all(kStandardError, text); }

bool is_terminal(int descriptor) { return ::isatty(descriptor) == 1; }

bool shows_colours(int descriptor) {
  if (!is_terminal(descriptor) || is_set("NO_COLOR")) return false;
  const char* term = std::getenv("TERM");
  return term != nullptr && std::string_view(term) != "dumb";
}

std::size_t text_width() {
  constexpr std::size_t kNarrowest = 20;
  constexpr std::size_t kWidest = 100;
  winsize size{};
  const bool known = ::ioctl(kStandardOutput, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return std::clamp(known ? std::size_t{size.ws_col} : columns_of_environment(), kNarrowest,
                    kWidest);
}

}  // namespace mot
