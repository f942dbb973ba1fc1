// A game pad: its buttons and sticks become commands. Pure: events and time in, commands out.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "game/window/event.h"
#include "game/window/key_map.h"

namespace mot {

// Buttons by command, -1 for none; no button has two commands. Numbers as the system counts them
// from 0; on most pads 0 and 1 are the lower and the right one of the four.
class PadMap {
 public:
  PadMap();  // the usual buttons

  int button_of(Command command) const { return buttons_[static_cast<std::size_t>(command)]; }
  std::optional<Command> command_of(int button) const;
  // Gives the command that button; one that had it gets the other's, and is returned.
  std::optional<Command> choose(Command command, int button);

  // As KeyMap's; a button is its number.
  std::map<std::string, std::string> changes() const;
  std::vector<std::string> read(const std::map<std::string, std::string>& changes);

 private:
  std::array<int, kCommands> buttons_;
};

inline constexpr int kMostPadButtons = 32;

// Sticks: where one has to lie to count, and when it counts as let go, both in percent.
inline constexpr float kPadPressed = 55;
inline constexpr float kPadReleased = 40;
// A direction that is held comes again, in seconds.
inline constexpr float kPadFirstRepeat = 0.45F;
inline constexpr float kPadRepeat = 0.14F;

class Pad {
 public:
  // What the event of a pad asks for; other events ask for nothing.
  std::vector<Command> handle(const Event& event, const PadMap& map);
  // What a direction that is held asks for again after `dt` seconds.
  std::vector<Command> update(float dt);
  // Forgets what is held: the pad or the window is gone.
  void release() { held_.clear(); }

 private:
  struct Held {
    Command command;
    float until_next = kPadFirstRepeat;
  };
  std::vector<Command> turn(PadAxis axis, float position);

  std::map<PadAxis, Held> held_;  // which axes lie over, and what for
};

}  // namespace mot
