// The drawing that everybody is made of, dressed: colours and parts of one look put into the text
// of rig.svg, and what each feeling shows. Implements the art direction, section 3.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "engine/customer/dimensions.h"
#include "game/stage/cast.h"

namespace mot {

// What a face shows: names of variants without their prefix.
struct Expression {
  std::string brows;
  std::string eyes;
  std::string eyes_later;  // instead of `eyes` after `later` seconds; empty: never
  float later = 0;
  std::string mouth;
  std::vector<std::string> talk;  // mouths while talking
  std::string extra;              // id of an extra; empty: none
  float tilt = 0;                 // degrees
  float head_x = 0;
  float head_y = 0;
  float body_y = 0;
  std::string arms;
};
const Expression& expression_of(Feeling feeling);

// The point heads turn about, and the line bodies grow from, on the 600 x 900 canvas.
inline constexpr float kHeadPivotX = 298;
inline constexpr float kHeadPivotY = 404;
inline constexpr float kBodyAxis = 298;
inline constexpr float kBodyFoot = 900;

// The drawing of a look. With `variants`, every mouth, eye, brow, arm and extra can be rendered by
// its id; without, `back`, `body`, `head-base` and `head-top` show the person alone.
std::string dressed(const std::string& rig, const Cast& cast, const Look& look, bool variants);

// A text that is the same for the same look, to keep pictures by.
std::string key_of(const Look& look);

}  // namespace mot
