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

std::string_view name_of(Key key) {
  static constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  static constexpr std::array<std::pair<Key, std::string_view>, 35> kNames{{
      {Key::enter, "Enter"},
      {Key::escape, "Esc"},
      {Key::space, "Space"},
      {Key::tab, "Tab"},
      {Key::backspace, "Backspace"},
      {Key::del, "Delete"},
      {Key::insert, "Insert"},
      {Key::left, "Left"},
      {Key::right, "Right"},
      {Key::up, "Up"},
      {Key::down, "Down"},
      {Key::home, "Home"},
      {Key::end, "End"},
      {Key::page_up, "PageUp"},
      {Key::page_down, "PageDown"},
      {Key::plus, "Plus"},
      {Key::minus, "Minus"},
      {Key::equals, "Equals"},
      {Key::comma, "Comma"},
      {Key::period, "Period"},
      {Key::slash, "Slash"},
      {Key::semicolon, "Semicolon"},
      {Key::f1, "F1"},
      {Key::f2, "F2"},
      {Key::f3, "F3"},
      {Key::f4, "F4"},
      {Key::f5, "F5"},
      {Key::f6, "F6"},
      {Key::f7, "F7"},
      {Key::f8, "F8"},
      {Key::f9, "F9"},
      {Key::f10, "F10"},
      {Key::f11, "F11"},
      {Key::f12, "F12"},
      {Key::unknown, ""},
  }};
  if (key >= Key::a && key <= Key::digit9) {
    return kLetters.substr(static_cast<std::size_t>(key) - static_cast<std::size_t>(Key::a), 1);
  }
  for (const auto& [named, name] : kNames) {
    if (named == key) {
      return name;
    }
  }
  return "";
}

int digit_of(Key key) {
  const int n = static_cast<int>(key) - static_cast<int>(Key::digit0);
  return n >= 1 && n <= 9 ? n : 0;
}

}  // namespace mot
