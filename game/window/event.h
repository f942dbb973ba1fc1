// What the player did, in our own words. Only platform.cpp knows the window library's events; a
// script (event_script.h) fills the same queue.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "game/window/geometry.h"

namespace mot {

enum class Key {
  unknown,
  a,
  b,
  c,
  d,
  e,
  f,
  g,
  h,
  i,
  j,
  k,
  l,
  m,
  n,
  o,
  p,
  q,
  r,
  s,
  t,
  u,
  v,
  w,
  x,
  y,
  z,
  digit0,
  digit1,
  digit2,
  digit3,
  digit4,
  digit5,
  digit6,
  digit7,
  digit8,
  digit9,
  enter,
  escape,
  space,
  tab,
  backspace,
  del,
  insert,
  left,
  right,
  up,
  down,
  home,
  end,
  page_up,
  page_down,
  plus,
  minus,
  equals,
  comma,
  period,
  slash,
  semicolon,
  f1,
  f2,
  f3,
  f4,
  f5,
  f6,
  f7,
  f8,
  f9,
  f10,
  f11,
  f12,
  count
};

// The key of that name ("Enter", "a", "1", "F3", "PageDown"; case does not matter), if there is
// one.
std::optional<Key> key_named(std::string_view name);

// What key_named() calls the key, in one way of writing it ("Enter", "A", "F3"); empty for none.
std::string_view name_of(Key key);

// 1 … 9 for the digit keys of the main row and the number pad, else 0.
int digit_of(Key key);

enum class MouseButton { left, right, middle };

// Of a game pad: the left stick, the cross, up and down of the right stick.
enum class PadAxis { x, y, cross_x, cross_y, right_y, other };

struct Event {
  enum class Type {
    key_down,
    key_up,
    text,  // one character typed, or several pasted by a script
    mouse_move,
    mouse_down,
    mouse_up,
    wheel,
    mouse_left,  // the pointer left the window
    resize,
    focus_gained,
    focus_lost,
    pad_button_down,
    pad_button_up,
    pad_axis,
    pad_connected,  // its name is the text
    pad_disconnected,
    quit
  };
  Type type = Type::quit;
  Key key = Key::unknown;
  bool shift = false;
  bool control = false;
  bool alt = false;
  std::string text;  // UTF-8
  Vec at;            // pointer, logical units
  MouseButton button = MouseButton::left;
  float wheel = 0;  // notches, up is positive
  int width = 0;    // of the window in pixels, for resize
  int height = 0;
  int pad_button = 0;  // from 0
  PadAxis pad_axis = PadAxis::other;
  float position = 0;  // of the axis, -100 … 100, right and down are positive
};

}  // namespace mot
