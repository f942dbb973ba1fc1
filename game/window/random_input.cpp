#include "game/window/random_input.h"

#include <array>
#include <utility>

#include "engine/base/draw.h"
#include "game/window/key_map.h"

namespace mot {
namespace {

Event of(Event::Type type) {
  Event event;
  event.type = type;
  return event;
}

std::vector<Event> press(Key key, bool control = false, bool shift = false) {
  const Event down = event_of(Chord{key, control, shift});
  Event up = down;
  up.type = Event::Type::key_up;
  return {down, up};
}

}  // namespace

std::uint32_t RandomInput::pick(std::uint32_t n) {
  return below(draw(seed_, Stream::policy, drawn_++), n);
}

Vec RandomInput::anywhere() {
  return {static_cast<float>(pick(static_cast<std::uint32_t>(kLogicalWidth))),
          static_cast<float>(pick(static_cast<std::uint32_t>(kLogicalHeight)))};
}

// Mostly what leads on, now and then any key at all.
std::vector<Event> RandomInput::key() {
  static constexpr std::array kUseful{
      Key::enter,  Key::enter,     Key::space,     Key::tab,    Key::tab,    Key::up,
      Key::down,   Key::left,      Key::right,     Key::digit1, Key::digit2, Key::digit3,
      Key::digit4, Key::page_down, Key::page_up,   Key::h,      Key::c,      Key::r,
      Key::v,      Key::q,         Key::backspace, Key::f1,     Key::f2,     Key::escape};
  if (pick(6) > 0) {
    return press(kUseful[pick(static_cast<std::uint32_t>(kUseful.size()))], false, pick(8) == 0);
  }
  const auto any = static_cast<Key>(pick(static_cast<std::uint32_t>(Key::count)));
  // Full screen is another window, and the metrics are none of the player's.
  return any == Key::f11 || any == Key::f3 ? press(Key::home) : press(any, pick(6) == 0);
}

std::vector<Event> RandomInput::click(Vec at) {
  std::vector<Event> events;
  for (const Event::Type type :
       {Event::Type::mouse_move, Event::Type::mouse_down, Event::Type::mouse_up}) {
    events.push_back(of(type));
    events.back().at = at;
  }
  // Sometimes the button is let go elsewhere.
  if (pick(12) == 0) {
    events.back().at = anywhere();
  }
  return events;
}

std::vector<Event> RandomInput::pad() {
  const std::uint32_t what = pick(20);
  if (what == 0) {
    return {of(Event::Type::pad_disconnected)};
  }
  if (what < 10) {
    Event down = of(Event::Type::pad_button_down);
    down.pad_button = static_cast<int>(pick(12));
    Event up = down;
    up.type = Event::Type::pad_button_up;
    return {down, up};
  }
  Event axis = of(Event::Type::pad_axis);
  axis.pad_axis = static_cast<PadAxis>(pick(5));
  axis.position = static_cast<float>(pick(201)) - 100;
  return {axis};
}

std::vector<Event> RandomInput::resize() {
  static constexpr std::array<std::pair<int, int>, 6> kSizes{
      {{1280, 720}, {1024, 768}, {1600, 900}, {800, 600}, {1920, 1080}, {640, 480}}};
  const auto& [width, height] = kSizes[pick(static_cast<std::uint32_t>(kSizes.size()))];
  Event event = of(Event::Type::resize);
  event.width = width;
  event.height = height;
  return {event};
}

std::vector<Event> RandomInput::next(const std::vector<Vec>& targets) {
  const std::uint32_t what = pick(400);
  if (what < 180) {
    return key();
  }
  if (what < 290) {
    return click(targets.empty() ? anywhere()
                                 : targets[pick(static_cast<std::uint32_t>(targets.size()))]);
  }
  if (what < 310) {
    return click(anywhere());
  }
  if (what < 330) {
    Event wheel = of(Event::Type::wheel);
    wheel.at = anywhere();
    wheel.wheel = static_cast<float>(pick(7)) - 3;
    return {wheel};
  }
  if (what < 380) {
    return pad();
  }
  if (what < 388) {
    Event text = of(Event::Type::text);
    text.text = pick(2) == 0 ? "Lin" : "林";
    return {text};
  }
  if (what < 394) {
    return press(Key::l, true);
  }
  if (what < 398) {
    return {of(Event::Type::focus_lost), of(Event::Type::focus_gained)};
  }
  return resize();
}

}  // namespace mot
