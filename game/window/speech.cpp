#include "game/window/speech.h"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "engine/base/utf8.h"

extern char** environ;

namespace mot {
namespace {

bool is_han(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x3000 && c <= 0x303F) ||
         (c >= 0xFF00 && c <= 0xFFEF);
}

bool is_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// What a program prints when it is given words; the words stand alone, no shell is asked.
std::string output_of(const std::vector<std::string>& words) {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) return {};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", 1, 0);  // O_WRONLY
  posix_spawn_file_actions_addclose(&actions, ends[0]);
  posix_spawn_file_actions_addclose(&actions, ends[1]);
  const pid_t child = start_program(words, actions);
  ::close(ends[1]);
  std::string out;
  std::array<char, 16384> block{};
  while (child != 0) {
    const ssize_t n = ::read(ends[0], block.data(), block.size());
    if (n > 0) {
      out.append(block.data(), static_cast<std::size_t>(n));
    } else if (n == 0 || errno != EINTR) {
      break;
    }
  }
  ::close(ends[0]);
  int status = 0;
  if (child != 0 && (::waitpid(child, &status, 0) < 0 || status != 0)) return {};
  return out;
}

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t n = 0;
  for (std::size_t i = size; i-- > 0;) n = (n << 8U) | static_cast<unsigned char>(bytes[at + i]);
  return n;
}

}  // namespace

pid_t start_program(const std::vector<std::string>& words, posix_spawn_file_actions_t& actions) {
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  pid_t child = 0;
  const int failed =
      ::posix_spawn(&child, words[0].c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return failed == 0 ? child : 0;
}

std::string program_on_path(std::string_view name) {
  const char* path = std::getenv("PATH");
  std::string_view rest = path == nullptr ? "" : path;
  while (!rest.empty()) {
    const std::string_view folder = rest.substr(0, rest.find(':'));
    rest.remove_prefix(std::min(rest.size(), folder.size() + 1));
    const std::filesystem::path file = std::filesystem::path(folder) / name;
    if (!folder.empty() && ::access(file.c_str(), X_OK) == 0) return file.string();
  }
  return {};
}

std::string speech_program() { return program_on_path("espeak-ng"); }

std::vector<SpeechPart> speech_parts(std::string_view text, std::string_view language) {
  const bool chinese = language.substr(0, 2) == "zh";
  std::vector<SpeechPart> parts;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    const char32_t c = next_code_point(text, at);
    const bool han = is_han(c);
    // What is neither goes with the part it stands in.
    const bool neutral = !han && !is_letter(c);
    const std::string voice = (neutral ? chinese : han) ? "cmn-latn-pinyin" : "en";
    if (parts.empty() || (!neutral && parts.back().voice != voice)) parts.push_back({voice, {}});
    parts.back().text += text.substr(before, at - before);
  }
  return parts;
}

Spoken spoken_of_wav(std::string_view wav) {
  if (wav.size() < 44 || wav.substr(0, 4) != "RIFF" || wav.substr(8, 4) != "WAVE") return {};
  Spoken spoken;
  for (std::size_t at = 12; at + 8 <= wav.size();) {
    const std::string_view id = wav.substr(at, 4);
    const std::size_t size = number_at(wav, at + 4, 4);
    at += 8;
    if (id == "fmt " && at + 16 <= wav.size()) {
      if (number_at(wav, at + 2, 2) != 1 || number_at(wav, at + 14, 2) != 16) return {};
      spoken.rate = number_at(wav, at + 4, 4);
    } else if (id == "data") {
      const std::string_view data = wav.substr(at, size);
      spoken.samples.resize(data.size() / 2);
      std::memcpy(spoken.samples.data(), data.data(), spoken.samples.size() * 2);
      return spoken;
    }
    at += size + size % 2;
  }
  return {};
}

Spoken speak(const std::string& program,
             std::string_view text,
             std::string_view language,
             const Voice& voice) {
  Spoken whole;
  for (const SpeechPart& part : speech_parts(text, language)) {
    // "--" ends the options: a line that begins with "-" is a line.
    const Spoken one = spoken_of_wav(output_of({program, "--stdout", "-v", part.voice, "-p",
                                                std::to_string(voice.pitch * 99 / 100), "-s",
                                                std::to_string(voice.speed), "--", part.text}));
    if (one.samples.empty()) continue;
    whole.rate = one.rate;
    whole.samples.insert(whole.samples.end(), one.samples.begin(), one.samples.end());
  }
  return whole;
}

}  // namespace mot
