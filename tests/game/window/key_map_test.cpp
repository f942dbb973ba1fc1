#include "game/window/key_map.h"

#include <catch2/catch.hpp>

using namespace mot;

namespace {

Event pressed(const Chord& chord) {
  Event event;
  event.type = Event::Type::key_down;
  event.key = chord.key;
  event.control = chord.control;
  event.shift = chord.shift;
  event.alt = chord.alt;
  return event;
}

Chord heard(const KeyMap& keys, const Chord& chord, bool typing = false) {
  return chord_of(keys.translated(pressed(chord), typing));
}

}  // namespace

TEST_CASE("every key has a name that leads back to it") {
  for (int i = 1; i < static_cast<int>(Key::count); ++i) {
    const auto key = static_cast<Key>(i);
    CAPTURE(i);
    CHECK(key_named(name_of(key)) == key);
  }
  CHECK(name_of(Key::unknown).empty());
}

TEST_CASE("a chord is written as it is read") {
  const Chord chord{Key::v, true, true, false};
  CHECK(name_of(chord) == "Ctrl+Shift+V");
  CHECK(chord_named("ctrl+shift+v") == chord);
  CHECK(caps_of({Key::l, true}) == "Ctrl L");
  CHECK(caps_of({Key::page_up}) == "PgUp");
  CHECK_FALSE(chord_named("hyper+v"));
  CHECK_FALSE(chord_named("Entr"));
}

TEST_CASE("the usual keys stay what they are") {
  const KeyMap keys;
  for (std::size_t i = 0; i < kCommands; ++i) {
    const Chord& chord = keys.key_of(static_cast<Command>(i));
    CHECK(heard(keys, chord) == chord);
  }
  CHECK(heard(keys, {Key::digit3}) == Chord{Key::digit3});
  CHECK(heard(keys, {Key::h, false, true}) == Chord{Key::h, false, true});
}

TEST_CASE("screens hear the usual key of a command for the one that was chosen") {
  KeyMap keys;
  CHECK_FALSE(keys.choose(Command::hint, {Key::g}));
  CHECK(heard(keys, {Key::g}) == Chord{Key::h});
  CHECK(heard(keys, {Key::h}).key == Key::unknown);
}

TEST_CASE("two commands never have the same key: they change places") {
  KeyMap keys;
  CHECK(keys.choose(Command::hint, {Key::c}) == Command::conversation);
  CHECK(keys.key_of(Command::conversation) == Chord{Key::h});
  CHECK(heard(keys, {Key::c}) == Chord{Key::h});
  CHECK(heard(keys, {Key::h}) == Chord{Key::c});
  CHECK_FALSE(keys.choose(Command::hint, {Key::c}));  // its own
}

TEST_CASE("Esc, the digits and keys without a name cannot be given away") {
  CHECK_FALSE(KeyMap::can_be_chosen({Key::escape}));
  CHECK_FALSE(KeyMap::can_be_chosen({Key::digit1}));
  CHECK_FALSE(KeyMap::can_be_chosen({Key::unknown}));
  CHECK(KeyMap::can_be_chosen({Key::digit1, true}));
  CHECK(KeyMap::can_be_chosen({Key::f5}));
}

TEST_CASE("while somebody types, letters are letters and chords are commands") {
  KeyMap keys;
  keys.choose(Command::use, {Key::g});
  keys.choose(Command::language, {Key::k, true});
  CHECK(heard(keys, {Key::g}, true) == Chord{Key::g});
  CHECK(heard(keys, {Key::backspace}, true) == Chord{Key::backspace});
  CHECK(heard(keys, {Key::k, true}, true) == Chord{Key::l, true});
}

TEST_CASE("chosen keys survive being written and read") {
  KeyMap keys;
  keys.choose(Command::hint, {Key::c});
  keys.choose(Command::previous, {Key::f6, false, true});
  KeyMap again;
  CHECK(again.read(keys.changes()).empty());
  for (std::size_t i = 0; i < kCommands; ++i) {
    CHECK(again.key_of(static_cast<Command>(i)) == keys.key_of(static_cast<Command>(i)));
  }
  CHECK(KeyMap().changes().empty());
}

TEST_CASE("what cannot be read keeps its usual key and is named") {
  KeyMap keys;
  const auto left_out = keys.read(
      {{"hint", "Entr"}, {"jump", "J"}, {"back", "B"}, {"cues", "Esc"}, {"look-up", "G"}});
  CHECK(left_out == std::vector<std::string>{"back", "cues", "hint", "jump"});
  CHECK(keys.key_of(Command::hint) == Chord{Key::h});
  CHECK(keys.key_of(Command::look_up) == Chord{Key::g});
}

TEST_CASE("of a file that gives one key to two nothing clashes in the end") {
  KeyMap keys;
  CHECK(keys.read({{"hint", "C"}}) == std::vector<std::string>{"hint"});
  CHECK(keys.key_of(Command::hint) == Chord{Key::h});
  CHECK_FALSE(keys.read({{"hint", "G"}, {"cues", "G"}}).empty());
  for (std::size_t i = 0; i < kCommands; ++i) {
    const auto command = static_cast<Command>(i);
    CHECK(keys.command_of(keys.key_of(command)) == command);
  }
}
