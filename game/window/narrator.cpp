#include "game/window/narrator.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "game/window/speech.h"

namespace mot {
namespace {

// Starts a program that prints nowhere; 0 where that fails.
pid_t start(const std::vector<std::string>& words) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", 2, 0);  // O_RDWR
  }
  return start_program(words, actions);
}

}  // namespace

SpeechTool speech_tool() {
  if (const std::string queue = program_on_path("spd-say"); !queue.empty()) {
    return {queue, true};
  }
  return {speech_program(), false};
}

std::vector<std::vector<std::string>> speech_commands(const SpeechTool& tool,
                                                      std::string_view text,
                                                      std::string_view language) {
  if (tool.file.empty() || text.empty()) {
    return {};
  }
  if (tool.queues) {
    const bool chinese = language.substr(0, 2) == "zh";
    // --wait: it ends when the text was spoken, so that it can be broken off.
    return {{tool.file, "--wait", "--language", chinese ? "zh" : "en", "--", std::string(text)}};
  }
  std::vector<std::vector<std::string>> commands;
  for (const SpeechPart& part : speech_parts(text, language)) {
    commands.push_back({tool.file, "-v", part.voice, "--", part.text});
  }
  return commands;
}

std::string texts_within(const std::vector<PlacedLine>& lines, Rect box) {
  std::string all;
  std::vector<std::string> said;
  for (const PlacedLine& line : lines) {
    const Vec middle = line.box.centre();
    const bool seen = line.shown.w > 0 && line.shown.h > 0 && line.covered < 0.9F;
    // A text of several lines is noted once for each.
    if (!seen || !box.contains(middle) ||
        std::find(said.begin(), said.end(), line.text) != said.end()) {
      continue;
    }
    said.push_back(line.text);
    all += (all.empty() ? "" : ". ") + line.text;
  }
  return all;
}

Narrator::Narrator() : tool_(speech_tool()) {}

Narrator::~Narrator() { say("", ""); }

void Narrator::break_off() {
  waiting_.clear();
  if (child_ != 0) {
    ::kill(child_, SIGTERM);
    ended_.push_back(child_);
    child_ = 0;
  }
}

void Narrator::say(std::string_view text, std::string_view language) {
  const bool spoke = child_ != 0;
  break_off();
  waiting_ = speech_commands(tool_, text, language);
  // speech-dispatcher has the words by now, whatever becomes of the program that brought them. A
  // new text takes their place there; without one it is told to be silent.
  if (tool_.queues && spoke && waiting_.empty()) {
    waiting_.push_back({tool_.file, "--stop"});
  }
  step();
}

void Narrator::step() {
  ended_.erase(std::remove_if(ended_.begin(), ended_.end(),
                              [](int child) { return ::waitpid(child, nullptr, WNOHANG) != 0; }),
               ended_.end());
  if (child_ != 0 && ::waitpid(child_, nullptr, WNOHANG) != 0) {
    child_ = 0;
  }
  if (child_ == 0 && !waiting_.empty()) {
    child_ = start(waiting_.front());
    waiting_.erase(waiting_.begin());
  }
}

}  // namespace mot
