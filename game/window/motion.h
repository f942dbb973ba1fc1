// Easing curves and a value on its way from one number to another.
#pragma once

namespace mot {

enum class Easing { linear, out, out_cubic, in_out, in_out_cubic, out_back };

// The eased fraction of `t`, both 0 … 1 (out_back goes 4 % past 1 before it settles).
float eased(Easing easing, float t);

// A number that moves to its target in a fixed time. Starts at rest.
class Tween {
 public:
  Tween() = default;
  explicit Tween(float value) : from_(value), to_(value) {}

  // Leaves for `target` from where it is now; a second call with the same target changes nothing.
  void go(float target, float seconds, Easing easing = Easing::out);
  // Is there at once.
  void set(float value);
  // Moves on by `dt` seconds.
  void update(float dt);

  float value() const;
  float target() const { return to_; }
  bool moving() const { return elapsed_ < duration_; }

 private:
  float from_ = 0;
  float to_ = 0;
  float elapsed_ = 0;
  float duration_ = 0;
  Easing easing_ = Easing::linear;
};

}  // namespace mot
