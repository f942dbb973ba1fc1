// A scene's name: the room, and after it, if it is not day there, the time of day:
// `hotel-reception`, `hotel-reception-night`.
#pragma once

#include <array>
#include <string_view>

namespace mot {

enum class TimeOfDay { day, morning, evening, night };

// The words, in the order of TimeOfDay.
constexpr std::array<std::string_view, 4> kTimeNames{"day", "morning", "evening", "night"};

struct SceneName {
  std::string_view room;  // a part of the name that was split
  TimeOfDay time = TimeOfDay::day;
};

/// A name without a time is a room by day; so is one that is nothing but a time. Whether there is
/// such a room is not asked.
constexpr SceneName split_scene_name(std::string_view name) {
  const auto dash = name.rfind('-');
  if (dash == std::string_view::npos || dash == 0) return {name};
  for (std::size_t i = 1; i < kTimeNames.size(); ++i)
    if (name.substr(dash + 1) == kTimeNames[i])
      return {name.substr(0, dash), static_cast<TimeOfDay>(i)};
  return {name};
}

}  // namespace mot
