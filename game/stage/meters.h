// The two meters of practice: satisfaction so far and mood, with what the last choice changed.
#pragma once

#include <optional>

#include "engine/text/ui_strings.h"
#include "game/window/canvas.h"
#include "game/window/motion.h"

namespace mot {

// How a change beside its number looks so many seconds after it began: there at once, read for half
// of theme::kDelta, gone at its end.
struct DeltaLook {
  float strength = 0;  // 0 … 1
  float below = 0;     // units below where it ends; none with reduced motion
};
DeltaLook delta_look(float since, bool still);

class Meters {
 public:
  // CSAT 0 … 100 (nothing before the first scored moment) and mood −100 … 100. With `animate` they
  // move there, and the change rises beside the number and is gone after theme::kDelta.
  void set(std::optional<double> satisfaction, int mood, bool animate);
  void update(float dt);
  bool moving() const;
  void draw(Canvas& canvas, const UiStrings& words, bool still);

 private:
  struct Gauge {
    Tween value;
    float before = 0;
    int change = 0;
    float since = 100;  // seconds since the last change
    void go(float to, bool animate);
  };
  struct Row;
  void draw_row(Canvas& canvas, const Row& row, bool still) const;

  Gauge satisfaction_;
  Gauge mood_;
  bool scored_ = false;
};

}  // namespace mot
