#include "tests/cli/program.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <stdexcept>

#include "engine/base/file.h"

namespace mot::test {
namespace {

namespace fs = std::filesystem;

constexpr int kPatienceMilliseconds = 60'000;

/// A pipe whose ends close themselves.
struct Pipe {
  Pipe() {
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  }
  ~Pipe() {
    close_end(0);
    close_end(1);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  void close_end(std::size_t end) {
    if (ends[end] >= 0) ::close(ends[end]);
    ends[end] = -1;
  }
  std::array<int, 2> ends{-1, -1};
};

void become_mot(const std::vector<std::string>& words,
                const Running& running,
                Pipe& in,
                Pipe& out,
                Pipe& err) {
  ::dup2(in.ends[0], 0);
  ::dup2(out.ends[1], 1);
  ::dup2(err.ends[1], 2);
  if (!running.out_to.empty()) {
    const int file = ::open(running.out_to.c_str(), O_WRONLY);
    if (file < 0 || ::dup2(file, 1) < 0) ::_exit(126);
  }
  if (running.out_closed) ::close(1);
  if (!running.folder.empty() && ::chdir(running.folder.c_str()) != 0) ::_exit(126);
  for (const char* variable : {"DISPLAY", "WAYLAND_DISPLAY", "LC_ALL", "LC_MESSAGES", "LANG",
                               "COLUMNS", "MOT_LIBRARY", "MOT_ASSETS"}) {
    ::unsetenv(variable);
  }
  for (const auto& [name, value] : running.environment) ::setenv(name.c_str(), value.c_str(), 1);
  std::vector<char*> arguments{const_cast<char*>("mot")};
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  ::execv(MOT_PROGRAM, arguments.data());
  ::_exit(127);
}

/// Feeds and reads until both outputs end.
void talk(Pipe& in, Pipe& out, Pipe& err, const Running& running, pid_t child, Ran& ran) {
  std::size_t written = 0;
  const auto begin = std::chrono::steady_clock::now();
  bool signalled = running.signal == 0;
  while (out.ends[0] >= 0 || err.ends[0] >= 0) {
    if (written == running.input.size() && signalled) in.close_end(1);
    std::array<pollfd, 3> ends{
        pollfd{out.ends[0], POLLIN, 0}, pollfd{err.ends[0], POLLIN, 0},
        pollfd{written < running.input.size() ? in.ends[1] : -1, POLLOUT, 0}};
    ::poll(ends.data(), ends.size(), signalled ? 1000 : 1);
    const auto passed = std::chrono::duration_cast<std::chrono::milliseconds>(
                            std::chrono::steady_clock::now() - begin)
                            .count();
    if (!signalled && passed >= running.after_milliseconds &&
        ran.out.find(running.after_text) != std::string::npos) {
      ::kill(child, running.signal);
      signalled = true;
    }
    if (passed > kPatienceMilliseconds) ::kill(child, SIGKILL);
    if (ends[2].revents != 0) {
      const ssize_t count =
          ::write(in.ends[1], running.input.data() + written, running.input.size() - written);
      if (count > 0) written += static_cast<std::size_t>(count);
      if (count < 0 && errno != EAGAIN) written = running.input.size();
    }
    std::array<char, 65536> buffer{};
    const auto drain = [&](Pipe& pipe, const pollfd& end, std::string& text) {
      if (end.revents == 0) return;
      const ssize_t count = ::read(pipe.ends[0], buffer.data(), buffer.size());
      if (count > 0) text.append(buffer.data(), static_cast<std::size_t>(count));
      if (count == 0) pipe.close_end(0);
    };
    drain(out, ends[0], ran.out);
    drain(err, ends[1], ran.err);
  }
}

}  // namespace

Ran run_mot(const std::vector<std::string>& words, const Running& running) {
  std::signal(SIGPIPE, SIG_IGN);
  Pipe in;
  Pipe out;
  Pipe err;
  const auto begin = std::chrono::steady_clock::now();
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("no process");
  if (child == 0) {
    std::signal(SIGPIPE, SIG_DFL);
    become_mot(words, running, in, out, err);
  }
  in.close_end(0);
  out.close_end(1);
  err.close_end(1);
  if (running.out_pipe_broken) out.close_end(0);
  ::fcntl(in.ends[1], F_SETFL, O_NONBLOCK);
  Ran ran;
  talk(in, out, err, running, child, ran);
  int status = 0;
  rusage usage{};
  ::wait4(child, &status, 0, &usage);
  ran.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  const auto seconds_of = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  ran.processor_seconds = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
  ran.megabytes = static_cast<double>(usage.ru_maxrss) / 1024.0;
  ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return ran;
}

std::map<std::string, std::string> home_in(const std::string& path) {
  return {{"XDG_DATA_HOME", path + "/data"}, {"XDG_CONFIG_HOME", path + "/config"}};
}

std::string data(const std::string& name) { return source("tests/cli/data/" + name); }
std::string source(const std::string& name) { return std::string(MOT_SOURCE_DIR) + "/" + name; }

std::string keys_of(const Json& object) {
  std::string keys;
  if (object.object() == nullptr) return "(no object)";
  for (const auto& [key, value] : *object.object()) keys += (keys.empty() ? "" : " ") + key;
  return keys;
}

Json json_in(const std::string& text) {
  Result<Json> json = parse_json(text);
  if (!json) throw std::runtime_error(json.error().message + "\n" + text);
  return std::move(*json);
}

std::vector<std::string> plays_in(const std::string& home) {
  std::vector<std::string> plays;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(home + "/data/moments-of-truth/plays", error)) {
    if (entry.path().extension() == ".json") plays.push_back(entry.path().string());
  }
  std::sort(plays.begin(), plays.end());
  return plays;
}

std::string content_of(const std::string& path) {
  Result<std::string> text = read_file(path);
  if (!text) throw std::runtime_error(text.error().message);
  return std::move(*text);
}

}  // namespace mot::test
