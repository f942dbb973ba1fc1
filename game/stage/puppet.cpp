#include "game/stage/puppet.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace mot {
namespace {

constexpr float kTwoPi = 2 * std::numbers::pi_v<float>;
constexpr float kFeaturesFade = 0.160F;
constexpr float kPostureMove = 0.320F;
constexpr float kArmsFade = 0.200F;
constexpr float kBlink = 0.110F;
constexpr float kBlinkGap = 0.120F;
constexpr float kBreath = 3.6F;
constexpr float kHeadBehind = 0.200F;
constexpr float kIdleHead = 7.0F;
constexpr float kBadReaction = 0.240F;
constexpr float kGoodReaction = 0.400F;
constexpr float kListeningX = 5;     // units, towards whoever speaks
constexpr float kListeningTilt = 2;  // degrees
constexpr float kEnter = 0.420F;
constexpr float kEnterFrom = 60;
constexpr float kLifeFade = 0.8F;

}  // namespace

void Puppet::Fade::go(const std::string& wanted, float seconds) {
  if (wanted == to) {
    return;
  }
  from = to;
  to = wanted;
  t.set(0);
  t.go(1, seconds, Easing::in_out);
  if (seconds <= 0) {
    t.set(1);
  }
}

std::vector<Shown> Puppet::Fade::shown() const {
  const float k = t.value();
  std::vector<Shown> out;
  // Both are strong in the middle, so that the skin below does not shine through.
  if (k < 1 && !from.empty()) {
    out.push_back({from, std::clamp((1 - k) / 0.6F, 0.F, 1.F)});
  }
  if (!to.empty()) {
    out.push_back({to, std::clamp(k / 0.6F, 0.F, 1.F)});
  }
  return out;
}

Puppet::Puppet(std::uint32_t seed) : seed_(seed) { set_feeling(Feeling::neutral, true); }

float Puppet::random() {
  std::uint32_t x = seed_ * 0x9E3779B9U + ++draws_ * 0x85EBCA6BU;
  x ^= x >> 16U;
  x *= 0x7FEB352DU;
  x ^= x >> 15U;
  x *= 0x846CA68BU;
  x ^= x >> 16U;
  return static_cast<float>(x >> 8U) / 16777216.F;
}

void Puppet::set_feeling(Feeling feeling, bool at_once) {
  feeling_ = feeling;
  in_feeling_ = 0;
  const Expression& e = expression_of(feeling);
  const float fade = at_once ? 0 : kFeaturesFade;
  const float move = at_once || still_ ? 0 : kPostureMove;
  brows_.go(e.brows, fade);
  eyes_.go(eyes(), fade);
  extra_.go(e.extra, fade);
  arms_.go(e.arms, at_once ? 0 : kArmsFade);
  mouth_.go(e.mouth, fade);
  tilt_.go(e.tilt, move, Easing::in_out_cubic);
  head_x_.go(e.head_x, move, Easing::in_out_cubic);
  head_y_.go(e.head_y, move, Easing::in_out_cubic);
  body_y_.go(e.body_y, move, Easing::in_out_cubic);
  moving_ = true;
}

// Of the feeling, or towards whoever speaks.
const std::string& Puppet::eyes() const {
  static const std::string kAside = "aside";
  return listening_ == Listening::no ? expression_of(feeling_).eyes : kAside;
}

void Puppet::listen(Listening listening, bool at_once) {
  if (listening == listening_) {
    return;
  }
  listening_ = listening;
  if (listening != Listening::no || at_once) {
    looks_right_ = listening == Listening::to_right;
  }
  in_feeling_ = 0;
  eyes_.go(eyes(), at_once ? 0 : kFeaturesFade);
  const float side = listening == Listening::no ? 0.F : looks_right_ ? 1.F : -1.F;
  lean_.go(side, at_once || still_ ? 0 : kPostureMove, Easing::in_out_cubic);
  moving_ = true;
}

void Puppet::talk(bool on) {
  talking_ = on;
  mouth_left_ = 0;
  rest_left_ = 0;
  if (!on) {
    mouth_.go(expression_of(feeling_).mouth, 0.08F);
  }
  moving_ = true;
}

void Puppet::spoken(char32_t c) {
  const auto one_of = [c](std::u32string_view set) {
    return set.find(c) != std::u32string_view::npos;
  };
  if (one_of(U",;，；、：")) {
    rest_left_ = 0.180F;
  } else if (one_of(U".?!。？！…")) {
    rest_left_ = 0.320F;
  }
}

void Puppet::react(bool good) {
  good_reaction_ = good;
  reaction_left_ = good ? kGoodReaction : kBadReaction;
  moving_ = true;
}

void Puppet::enter() {
  presence_.set(0);
  presence_.go(1, kEnter, Easing::out_cubic);
}

void Puppet::leave() { presence_.go(0, kEnter, Easing::out_cubic); }

bool Puppet::eyes_can_blink() const {
  return eyes_.to != "happy" && (eyes_.to != "closed" || blink_left_ > 0) && !eyes_.t.moving();
}

void Puppet::advance_blink(float dt) {
  if (blink_left_ > 0) {
    blink_left_ -= dt;
    moving_ = true;
    if (blink_left_ <= 0 && double_blink_) {
      double_blink_ = false;
      next_blink_ = kBlinkGap;
    }
    return;
  }
  if (!eyes_can_blink()) {
    return;
  }
  next_blink_ -= dt;
  if (next_blink_ <= 0) {
    const bool second = next_blink_ > -1 && draws_ % 2 == 1;
    blink_left_ = kBlink;
    next_blink_ = 2.4F + 3.1F * random();
    double_blink_ = !second && random() < 0.12F;
    moving_ = true;
  }
}

void Puppet::advance_talk(float dt) {
  if (!talking_) {
    return;
  }
  moving_ = true;
  const Expression& e = expression_of(feeling_);
  if (rest_left_ > 0) {
    rest_left_ -= dt;
    mouth_.go(e.mouth, 0);
    mouth_left_ = 0;
    return;
  }
  mouth_left_ -= dt;
  if (mouth_left_ > 0) {
    return;
  }
  mouth_left_ = 0.090F + 0.040F * random();
  const auto count = static_cast<float>(e.talk.size());
  auto pick = std::min(e.talk.size() - 1, static_cast<std::size_t>(random() * count));
  if (e.talk[pick] == mouth_.to) {
    pick = (pick + 1) % e.talk.size();
  }
  mouth_.go(e.talk[pick], 0);
}

void Puppet::update(float dt, bool calm) {
  moving_ = false;
  in_feeling_ += dt;
  const Expression& e = expression_of(feeling_);
  if (!e.eyes_later.empty() && in_feeling_ >= e.later && listening_ == Listening::no) {
    eyes_.go(e.eyes_later, kFeaturesFade);
  }
  looks_right_ = looks_right_ && (listening_ != Listening::no || eyes_.t.moving());
  for (Fade* fade : {&mouth_, &eyes_, &brows_, &arms_, &extra_}) {
    moving_ = moving_ || fade->t.moving();
    fade->t.update(dt);
  }
  for (Tween* tween : {&tilt_, &head_x_, &head_y_, &body_y_, &lean_, &presence_, &life_}) {
    moving_ = moving_ || tween->moving();
    tween->update(dt);
  }
  if (reaction_left_ > 0) {
    reaction_left_ = std::max(0.F, reaction_left_ - dt);
    moving_ = true;
  }
  advance_blink(dt);
  advance_talk(dt);
  life_.go(still_ || calm ? 0.F : 1.F, kLifeFade, Easing::in_out);
  if (life_.value() > 0 && !still_) {
    breath_time_ += dt;
    moving_ = true;
  } else if (life_.value() <= 0) {
    breath_time_ = 0;
  }
}

bool Puppet::busy() const {
  const bool fading =
      mouth_.t.moving() || eyes_.t.moving() || brows_.t.moving() || arms_.t.moving();
  const bool later = listening_ == Listening::no && !expression_of(feeling_).eyes_later.empty() &&
                     eyes_.to != expression_of(feeling_).eyes_later;
  return talking_ || fading || later || tilt_.moving() || presence_.moving() || reaction_left_ > 0;
}

Pose Puppet::pose() const {
  Pose pose;
  pose.mouths = mouth_.shown();
  pose.eyes =
      blink_left_ > 0 && eyes_.to != "happy" ? std::vector<Shown>{{"closed", 1}} : eyes_.shown();
  pose.brows = brows_.shown();
  pose.arms = arms_.shown();
  pose.extras = extra_.shown();
  pose.head_tilt = tilt_.value();
  pose.head_x = head_x_.value();
  pose.head_y = head_y_.value();
  pose.eyes_mirrored = looks_right_;
  pose.head_tilt += kListeningTilt * lean_.value();
  pose.head_x += kListeningX * lean_.value();
  pose.body_y = body_y_.value();
  const float life = still_ ? 0 : life_.value();
  if (life > 0) {
    const auto wave = [](float t) { return 0.5F - 0.5F * std::cos(kTwoPi * t); };
    pose.body_scale = 1 + 0.006F * life * wave(breath_time_ / kBreath);
    pose.head_y -= 1.5F * life * wave((breath_time_ - kHeadBehind) / kBreath);
    pose.head_tilt += 0.8F * life * std::sin(kTwoPi * breath_time_ / kIdleHead);
  }
  if (reaction_left_ > 0 && !still_) {
    const float whole = good_reaction_ ? kGoodReaction : kBadReaction;
    const float bump = std::sin(kTwoPi / 2 * (1 - reaction_left_ / whole));
    (good_reaction_ ? pose.body_y : pose.head_y) += (good_reaction_ ? 4.F : 6.F) * bump;
  }
  pose.alpha = presence_.value();
  pose.shift_x = still_ ? 0 : kEnterFrom * (1 - presence_.value());
  return pose;
}

}  // namespace mot
