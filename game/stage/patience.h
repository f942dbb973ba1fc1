// The customer's patience where a moment has a time limit: a ring that runs out.
#pragma once

#include <string>

#include "game/window/canvas.h"

namespace mot {

class Patience {
 public:
  // A full ring for a limit of so many seconds, not running yet; 0: none.
  void set(float seconds);
  void start() { running_ = limit_ > 0; }
  void stop() { running_ = false; }
  void clear() { set(0); }

  // True in the one call in which the time has run out.
  bool update(float dt);
  bool shown() const { return limit_ > 0; }
  bool running() const { return running_; }
  float left() const { return left_; }
  // Does the ring look different from when it was last drawn?
  bool changed() const;

  // `still`: no pulse.
  void draw(Canvas& canvas, Vec centre, const std::string& label, bool still);

 private:
  float width() const;

  float limit_ = 0;
  float left_ = 0;
  bool running_ = false;
  bool still_ = false;
  float drawn_ = -1;
};

}  // namespace mot
