#include "game/window/motion.h"

#include <algorithm>

namespace mot {
namespace {

// Overshoot of 4 %: s solves 4 s^3 / (27 (s+1)^2) = 0.04.
constexpr float kBack = 1.0553F;

}  // namespace

float eased(Easing easing, float t) {
  t = std::clamp(t, 0.F, 1.F);
  const float u = 1 - t;
  switch (easing) {
    case Easing::linear: return t;
    case Easing::out: return 1 - u * u;
    case Easing::out_cubic: return 1 - u * u * u;
    case Easing::in_out: return t < 0.5F ? 2 * t * t : 1 - 2 * u * u;
    case Easing::in_out_cubic: return t < 0.5F ? 4 * t * t * t : 1 - 4 * u * u * u;
    case Easing::out_back: return 1 - (kBack + 1) * u * u * u + kBack * u * u;
  }
  return t;
}

void Tween::go(float target, float seconds, Easing easing) {
  if (target == to_) {
    return;
  }
  from_ = value();
  to_ = target;
  elapsed_ = 0;
  duration_ = std::max(0.F, seconds);
  easing_ = easing;
}

void Tween::set(float value) {
  from_ = to_ = value;
  elapsed_ = duration_ = 0;
}

void Tween::update(float dt) { elapsed_ = std::min(duration_, elapsed_ + dt); }

float Tween::value() const {
  if (!moving()) {
    return to_;
  }
  return from_ + (to_ - from_) * eased(easing_, elapsed_ / duration_);
}

}  // namespace mot
