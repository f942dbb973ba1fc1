// The player's settings, kept from run to run in one small file.
#pragma once

#include <map>
#include <string>

#include "engine/encounter/playthrough.h"

namespace mot {

struct Settings {
  std::string language;  // empty: not chosen yet, the environment decides
  float text_size = 1;   // 1 … 2
  bool still = false;    // reduced motion
  bool high_contrast = false;
  bool self_voicing = false;  // focus and new texts are spoken
  // Keys and buttons of a pad that are not the usual ones, by command; as written in the file.
  std::map<std::string, std::string> keys;
  std::map<std::string, std::string> pad;
  bool sound = true;           // false: silence, whatever the volumes
  float signal_volume = 0.7F;  // 0 … 1 each
  float room_volume = 0.4F;
  bool speech = false;               // the customer's lines are spoken, where the system can
  float timer_factor = 1;            // of time limits, 0 (none) … 4
  bool confidence = false;           // one may say with a choice how sure one is
  bool feedback = false;             // what a choice came to is shown at once, in practice
  bool prediction = true;            // the customer's answer is guessed before the debrief
  bool welcomed = false;             // the welcome page was seen
  std::string learner;               // name or pseudonym, may be empty
  std::string group;                 // class, team or cohort, may be empty
  std::string course;                // the course that is followed; empty: none was chosen
  bool first_steps_offered = false;  // of the editor
  std::string first_steps_file;      // in which they are gone through; empty: none
  std::string first_step;            // where they stand there, by name
  bool first_steps_open = false;     // and are shown
  bool full_screen = false;
  // Of the window in pixels; 0: as it is at first. Both are set, or none.
  int window_width = 0;
  int window_height = 0;
};

// The settings of the first start, for whoever uses these: who plays, their group and course stay,
// and nobody is welcomed or shown the editor's first steps anew.
Settings reset(const Settings& settings);

// By how much time limits are longer where `wished` is the player's factor (0: none at all). An
// exam always has them: there 0 counts as 2.
float time_factor(float wished, PlayMode mode);

// <user config folder>/settings.json; empty where there is no such folder.
std::string settings_file();

// Reads the file; what is missing or makes no sense keeps its default.
Settings read_settings(const std::string& file);

// Writes the file so that a crash leaves the old or the new one; false when that fails.
bool write_settings(const std::string& file, const Settings& settings);

// The tag that the environment asks for: LC_ALL, LC_MESSAGES, LANG; zh… is zh-CN, all else en.
std::string language_of_environment();

// The tag of the language to speak: `option` where it is given, else the one that was chosen, else
// what the environment asks for.
std::string language_to_speak(const std::string& option, const Settings& settings);

}  // namespace mot
