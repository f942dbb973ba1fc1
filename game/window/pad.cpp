#include "game/window/pad.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace mot {
namespace {

// Cross and sticks steer without being asked for; these are the buttons.
constexpr std::array<std::pair<Command, int>, 12> kUsual{{{Command::use, 0},
                                                          {Command::back, 1},
                                                          {Command::conversation, 2},
                                                          {Command::hint, 3},
                                                          {Command::previous, 4},
                                                          {Command::next, 5},
                                                          {Command::look_up, 6},
                                                          {Command::pause, 7},
                                                          {Command::take_back, 8},
                                                          {Command::reveal, 9},
                                                          {Command::cues, 10},
                                                          {Command::language, 11}}};

// What an axis means where it lies over; the left stick and the cross walk, the right one scrolls.
std::optional<Command> command_of_axis(PadAxis axis, bool positive) {
  switch (axis) {
    case PadAxis::x:
    case PadAxis::cross_x: return positive ? Command::right : Command::left;
    case PadAxis::y:
    case PadAxis::cross_y: return positive ? Command::down : Command::up;
    case PadAxis::right_y: return positive ? Command::scroll_down : Command::scroll_up;
    case PadAxis::other: break;
  }
  return std::nullopt;
}

}  // namespace

PadMap::PadMap() {
  buttons_.fill(-1);
  for (const auto& [command, button] : kUsual) {
    buttons_[static_cast<std::size_t>(command)] = button;
  }
}

std::optional<Command> PadMap::command_of(int button) const {
  const auto found = std::find(buttons_.begin(), buttons_.end(), button);
  if (button < 0 || found == buttons_.end()) {
    return std::nullopt;
  }
  return static_cast<Command>(found - buttons_.begin());
}

std::optional<Command> PadMap::choose(Command command, int button) {
  const auto other = command_of(button);
  int& mine = buttons_[static_cast<std::size_t>(command)];
  if (!other || *other == command) {
    mine = button;
    return std::nullopt;
  }
  std::swap(mine, buttons_[static_cast<std::size_t>(*other)]);
  return other;
}

std::map<std::string, std::string> PadMap::changes() const {
  const PadMap usual;
  std::map<std::string, std::string> changed;
  for (std::size_t i = 0; i < kCommands; ++i) {
    if (buttons_[i] != usual.buttons_[i]) {
      changed[std::string(name_of(static_cast<Command>(i)))] = std::to_string(buttons_[i]);
    }
  }
  return changed;
}

std::vector<std::string> PadMap::read(const std::map<std::string, std::string>& changes) {
  *this = PadMap();
  PadMap wanted = *this;
  std::vector<std::string> left_out;
  for (const auto& [name, text] : changes) {
    const auto command = command_named(name);
    int button = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), button);
    const bool number = code == std::errc() && end == text.data() + text.size();
    if (!command || !number || button < -1 || button >= kMostPadButtons) {
      left_out.push_back(name);
    } else {
      wanted.buttons_[static_cast<std::size_t>(*command)] = button;
    }
  }
  // A file that gives one button to two is not taken at all: nobody can say which was meant.
  for (const int button : wanted.buttons_) {
    if (button >= 0 && std::count(wanted.buttons_.begin(), wanted.buttons_.end(), button) > 1) {
      left_out.clear();
      for (const auto& [name, text] : changes) {
        left_out.push_back(name);
      }
      return left_out;
    }
  }
  *this = wanted;
  return left_out;
}

std::vector<Command> Pad::handle(const Event& event, const PadMap& map) {
  switch (event.type) {
    case Event::Type::pad_button_down:
      if (const auto command = map.command_of(event.pad_button)) {
        return {*command};
      }
      return {};
    case Event::Type::pad_axis: return turn(event.pad_axis, event.position);
    case Event::Type::pad_connected:
    case Event::Type::pad_disconnected: release(); return {};
    default: return {};
  }
}

std::vector<Command> Pad::turn(PadAxis axis, float position) {
  const auto command = command_of_axis(axis, position > 0);
  if (!command) {
    return {};
  }
  const float far = std::fabs(position);
  const auto now = held_.find(axis);
  if (now != held_.end() && (far < kPadReleased || now->second.command != *command)) {
    held_.erase(axis);
  }
  if (far < kPadPressed || held_.count(axis) > 0) {
    return {};
  }
  held_.emplace(axis, Held{*command});
  return {*command};
}

std::vector<Command> Pad::update(float dt) {
  std::vector<Command> again;
  for (auto& [axis, held] : held_) {
    held.until_next -= dt;
    if (held.until_next <= 0) {
      held.until_next = kPadRepeat;
      again.push_back(held.command);
    }
  }
  return again;
}

}  // namespace mot
