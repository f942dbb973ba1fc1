// Everything that is heard: signals, the tone of the room, sounds of a scenario, speech. All of it
// happens on a thread of its own, so that no frame waits for a sound device; without one it is
// silent and says nothing.
#pragma once

#include <memory>
#include <string>

#include "engine/customer/persona.h"
#include "game/window/synth.h"

namespace mot {

// How loud, 0 … 1 each.
struct Volumes {
  float signals = 0.7F;
  float room = 0.4F;
  float speech = 0;  // 0: nobody speaks
};

// One for the program. All calls return at once.
class SoundBoard {
 public:
  // Not `on`: silent for good.
  explicit SoundBoard(bool on);
  // Stops everything.
  ~SoundBoard();
  SoundBoard(const SoundBoard&) = delete;
  SoundBoard& operator=(const SoundBoard&) = delete;

  void set(const Volumes& volumes);
  void signal(Signal signal);
  // The room's tone from now on, gone over to softly; empty: none.
  void room(const std::string& scene);
  // A sound file of a scenario, instead of the one before; empty: that one stops.
  void file(const std::string& path);
  // Speaks, instead of what is being spoken; empty: silence.
  void speak(const std::string& text, const std::string& language, const Voice& voice);

 private:
  class Worker;
  std::unique_ptr<Worker> worker_;
};

// Is there a device, or a server, to play on? With ALSOFT_DRIVERS in the environment: yes.
bool sound_device_likely();

}  // namespace mot
