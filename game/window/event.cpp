#include "game/window/event.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/base/ascii.h"

namespace mot {
namespace {

// As people read them; the letters and digits name themselves.
constexpr std::array<std::pair<Key, std::string_view>, 34> kNames{{
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
}};
// How they are called, too.
constexpr std::array<std::pair<Key, std::string_view>, 2> kOtherNames{
    {{Key::enter, "Return"}, {Key::escape, "Escape"}}};

Key offset(Key first, int by) { return static_cast<Key>(static_cast<int>(first) + by); }

}  // namespace

std::optional<Key> key_named(std::string_view name) {
  if (name.size() == 1 && small_letter(name[0]) >= 'a' && small_letter(name[0]) <= 'z') {
    return offset(Key::a, small_letter(name[0]) - 'a');
  }
  if (name.size() == 1 && name[0] >= '0' && name[0] <= '9') {
    return offset(Key::digit0, name[0] - '0');
  }
  for (const auto& [key, text] : kNames) {
    if (same_but_for_capitals(text, name)) {
      return key;
    }
  }
  for (const auto& [key, text] : kOtherNames) {
    if (same_but_for_capitals(text, name)) {
      return key;
    }
  }
  return std::nullopt;
}

std::string_view name_of(Key key) {
  static constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
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
