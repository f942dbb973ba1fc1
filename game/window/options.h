// The words after `mot-window`, read into a struct. docs/command_line.md says what each one means.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mot {

struct WindowOptions {
  std::string scenario;  // id or file; empty: the library opens
  std::string language;  // empty: from the environment
  std::string library;
  std::string store;
  std::string assets;
  std::string mode;  // practice | exam | empty
  std::string name;
  std::string session;  // a trainer's session, a file
  std::string edit;     // a scenario's file, to be opened in the editor
  std::string events;
  std::string screenshot;
  std::string screen;  // a screen to open directly, for tests and documents: play, welcome
  std::optional<std::uint32_t> seed;
  double measure = 0;       // seconds; 0: do not measure
  double random_input = 0;  // seconds of input nobody would give; 0: none
  int width = 1280;         // of the window in pixels
  int height = 720;
  bool sized = false;  // --window-size was given
  bool fixed_clock = false;
  bool dashboard = false;  // the trainer's dashboard opens
  bool dump_ids = false;
  bool skip_unseen = false;  // frames that no picture is taken of are not painted
  bool still = false;        // reduced motion
  bool full_screen = false;
  bool help = false;
  bool version = false;

  // A run for tests and documents: no sound, nothing from the real keyboard, no first start.
  bool scripted() const { return !events.empty() || !screenshot.empty() || random_input > 0; }

  std::string error;  // what is wrong with the words; empty when nothing is
};

// Reads the words after the program's name; takes `--key value` and `--key=value`.
WindowOptions parse_window_options(const std::vector<std::string>& words);

// The text of `--help`.
std::string window_help();

}  // namespace mot
