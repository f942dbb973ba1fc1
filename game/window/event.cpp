#include "game/window/event.h"

#include <array>
#include <cctype>
#include <utility>

namespace mot {
namespace {

constexpr std::array<std::pair<std::string_view, Key>, 27> kNamed{{
    {"enter", Key::enter},
    {"return", Key::enter},
    {"escape", Key::escape},
    {"space", Key::space},
    {"tab", Key::tab},
    {"backspace", Key::backspace},
    {"delete", Key::del},
    {"insert", Key::insert},
    {"left", Key::left},
    {"right", Key::right},
    {"up", Key::up},
    {"down", Key::down},
    {"home", Key::home},
    {"end", Key::end},
    {"pageup", Key::page_up},
    {"pagedown", Key::page_down},
    {"plus", Key::plus},
    {"minus", Key::minus},
    {"equals", Key::equals},
    {"comma", Key::comma},
    {"period", Key::period},
    {"slash", Key::slash},
    {"semicolon", Key::semicolon},
    {"f10", Key::f10},
    {"f11", Key::f11},
    {"f12", Key::f12},
    {"esc", Key::escape},
}};

Key offset(Key first, int by) { return static_cast<Key>(static_cast<int>(first) + by); }

}  // namespace

std::optional<Key> key_named(std::string_view name) {
  std::string low;
  for (const char c : name) {
    low += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  if (low.size() == 1 && low[0] >= 'a' && low[0] <= 'z') {
    return offset(Key::a, low[0] - 'a');
  }
  if (low.size() == 1 && low[0] >= '0' && low[0] <= '9') {
    return offset(Key::digit0, low[0] - '0');
  }
  if (low.size() == 2 && low[0] == 'f' && low[1] >= '1' && low[1] <= '9') {
    return offset(Key::f1, low[1] - '1');
  }
  for (const auto& [text, key] : kNamed) {
    if (text == low) {
      return key;
    }
  }
  return std::nullopt;
}

int digit_of(Key key) {
  const int n = static_cast<int>(key) - static_cast<int>(Key::digit0);
  return n >= 1 && n <= 9 ? n : 0;
}

}  // namespace mot
