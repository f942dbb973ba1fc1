// The movement of a customer, as numbers: which variants show how strongly, and where head and body
// are. Knows no picture. Durations are those of the art direction, section 3.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "game/stage/rig.h"
#include "game/window/motion.h"

namespace mot {

// A variant and how much of it shows, 0 … 1.
struct Shown {
  std::string name;
  float alpha = 1;
};

// What to draw now; drawn bottom to top as listed.
struct Pose {
  std::vector<Shown> mouths, eyes, brows, arms, extras;  // names without prefix; extras: whole ids
  bool eyes_mirrored = false;
  float head_tilt = 0;  // degrees about the pivot
  float head_x = 0;     // units of the 600 x 900 canvas
  float head_y = 0;
  float body_y = 0;
  float body_scale = 1;  // of height, about the foot
  float shift_x = 0;     // enter and leave
  float alpha = 1;
};

class Puppet {
 public:
  explicit Puppet(std::uint32_t seed = 1);

  void set_feeling(Feeling feeling, bool at_once = false);
  Feeling feeling() const { return feeling_; }
  // Listens to somebody who stands to the left or right, as seen: the eyes go there and the head a
  // little, until told otherwise.
  enum class Listening { no, to_left, to_right };
  void listen(Listening listening, bool at_once = false);
  // The mouth moves from now on, or stops. While it talks, tell the character just revealed:
  // punctuation gives it a rest.
  void talk(bool on);
  void spoken(char32_t character);
  bool talking() const { return talking_; }
  // Answers to a choice: a good one, a bad one.
  void react(bool good);
  void enter();
  void leave();
  // Without motion: no breathing, tilting, sliding; feelings fade, the blink goes on.
  void set_still(bool still) { still_ = still; }

  // Moves on; `calm`: breathing and idle head fade out.
  void update(float dt, bool calm);
  Pose pose() const;
  // Has the pose changed in the last update, or will it in the next?
  bool moving() const { return moving_; }
  // The same without breathing, idle head and blinking.
  bool busy() const;

 private:
  float random();  // 0 … 1
  void advance_blink(float dt);
  void advance_talk(float dt);
  bool eyes_can_blink() const;
  const std::string& eyes() const;
  void change(Tween& fade,
              std::string& from,
              std::string& to,
              const std::string& wanted,
              float seconds);

  std::uint32_t draws_ = 0;
  std::uint32_t seed_ = 1;
  Feeling feeling_ = Feeling::neutral;
  float in_feeling_ = 0;
  bool still_ = false;
  bool moving_ = true;

  struct Fade {  // one variant gives way to another
    std::string from, to;
    Tween t{1};
    void go(const std::string& wanted, float seconds);
    std::vector<Shown> shown() const;
  };
  Listening listening_ = Listening::no;
  bool looks_right_ = false;  // also while the eyes come back
  Fade mouth_, eyes_, brows_, arms_, extra_;
  Tween tilt_, head_x_, head_y_, body_y_, lean_;
  Tween life_{1};  // strength of breathing and idle head
  float breath_time_ = 0;

  float next_blink_ = 2.5F;
  float blink_left_ = 0;
  bool double_blink_ = false;

  bool talking_ = false;
  float mouth_left_ = 0;
  float rest_left_ = 0;
  std::string talk_mouth_;

  float reaction_left_ = 0;
  bool good_reaction_ = true;
  Tween presence_{1};  // 0: gone, 1: there
};

}  // namespace mot
