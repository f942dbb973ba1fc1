#include "game/window/key_map.h"

#include <algorithm>

#include "engine/base/ascii.h"

namespace mot {
namespace {

struct Usual {
  std::string_view name;
  Chord chord;
};

constexpr std::array<Usual, kCommands> kUsual{{
    {"next", {Key::tab}},
    {"previous", {Key::tab, false, true}},
    {"up", {Key::up}},
    {"down", {Key::down}},
    {"left", {Key::left}},
    {"right", {Key::right}},
    {"use", {Key::enter}},
    {"go-on", {Key::space}},
    {"scroll-up", {Key::page_up}},
    {"scroll-down", {Key::page_down}},
    {"hint", {Key::h}},
    {"sureness", {Key::s}},
    {"look-up", {Key::r}},
    {"conversation", {Key::c}},
    {"reveal", {Key::v}},
    {"take-back", {Key::backspace}},
    {"cues", {Key::q}},
    {"keys", {Key::f1}},
    {"read-page", {Key::f2}},
    {"language", {Key::l, true}},
    {"full-screen", {Key::f11}},
    {"pause", {Key::p}},
    {"back", {Key::escape}},
}};

const Chord& usual(std::size_t command) { return kUsual[command].chord; }

bool is_letter_or_sign(Key key) {
  return (key >= Key::a && key <= Key::digit9) || (key >= Key::plus && key <= Key::semicolon);
}

bool is_typing(const Event& event) {
  const bool edits = event.key == Key::space || event.key == Key::backspace ||
                     event.key == Key::del || is_letter_or_sign(event.key);
  return edits && !event.control && !event.alt;
}

Event with(Event event, const Chord& chord) {
  event.key = chord.key;
  event.control = chord.control;
  event.shift = chord.shift;
  event.alt = chord.alt;
  return event;
}

}  // namespace

std::string_view name_of(Command command) { return kUsual[static_cast<std::size_t>(command)].name; }

std::optional<Command> command_named(std::string_view name) {
  const auto found = std::find_if(kUsual.begin(), kUsual.end(),
                                  [name](const Usual& usual) { return usual.name == name; });
  return found == kUsual.end() ? std::nullopt
                               : std::optional(static_cast<Command>(found - kUsual.begin()));
}

Chord chord_of(const Event& event) { return {event.key, event.control, event.shift, event.alt}; }

std::optional<Chord> chord_named(std::string_view name) {
  Chord chord;
  for (auto plus = name.find('+'); plus != std::string_view::npos && plus + 1 < name.size();
       plus = name.find('+')) {
    const std::string modifier = in_small_letters(name.substr(0, plus));
    if (modifier == "ctrl") {
      chord.control = true;
    } else if (modifier == "shift") {
      chord.shift = true;
    } else if (modifier == "alt") {
      chord.alt = true;
    } else {
      return std::nullopt;
    }
    name.remove_prefix(plus + 1);
  }
  const auto key = key_named(name);
  if (!key) {
    return std::nullopt;
  }
  chord.key = *key;
  return chord;
}

std::string name_of(const Chord& chord) {
  return std::string(chord.control ? "Ctrl+" : "") + (chord.shift ? "Shift+" : "") +
         (chord.alt ? "Alt+" : "") + std::string(name_of(chord.key));
}

std::string caps_of(const Chord& chord) {
  std::string key(name_of(chord.key));
  switch (chord.key) {
    case Key::up: key = "↑"; break;
    case Key::down: key = "↓"; break;
    case Key::left: key = "←"; break;
    case Key::right: key = "→"; break;
    case Key::page_up: key = "PgUp"; break;
    case Key::page_down: key = "PgDn"; break;
    case Key::escape: key = "Esc"; break;
    case Key::plus: key = "+"; break;
    case Key::minus: key = "−"; break;
    case Key::equals: key = "="; break;
    case Key::comma: key = ","; break;
    case Key::period: key = "."; break;
    case Key::slash: key = "/"; break;
    case Key::semicolon: key = ";"; break;
    default: break;
  }
  return std::string(chord.control ? "Ctrl " : "") + (chord.shift ? "Shift " : "") +
         (chord.alt ? "Alt " : "") + key;
}

KeyMap::KeyMap() {
  for (std::size_t i = 0; i < kCommands; ++i) {
    keys_[i] = usual(i);
  }
}

// Shift beside a key that asks for none does no harm: a letter may be a capital.
std::optional<Command> KeyMap::command_of(const Chord& chord) const {
  for (const bool shift : {chord.shift, false}) {
    const Chord wanted{chord.key, chord.control, shift, chord.alt};
    const auto found = std::find(keys_.begin(), keys_.end(), wanted);
    if (found != keys_.end()) {
      return static_cast<Command>(found - keys_.begin());
    }
  }
  return std::nullopt;
}

bool KeyMap::can_be_chosen(const Chord& chord) {
  const bool digit = chord.key >= Key::digit0 && chord.key <= Key::digit9;
  return !name_of(chord.key).empty() && chord.key != Key::escape && chord.key != Key::f3 &&
         !(digit && !chord.control && !chord.alt);
}

std::optional<Command> KeyMap::choose(Command command, const Chord& chord) {
  Chord& mine = keys_[static_cast<std::size_t>(command)];
  const auto other = std::find(keys_.begin(), keys_.end(), chord);
  if (other == keys_.end() || &*other == &mine) {
    mine = chord;
    return std::nullopt;
  }
  std::swap(mine, *other);
  return static_cast<Command>(other - keys_.begin());
}

std::map<std::string, std::string> KeyMap::changes() const {
  std::map<std::string, std::string> changed;
  for (std::size_t i = 0; i < kCommands; ++i) {
    if (!(keys_[i] == usual(i))) {
      changed[std::string(kUsual[i].name)] = name_of(keys_[i]);
    }
  }
  return changed;
}

// All at once: what two have exchanged would clash half-way.
std::vector<std::string> KeyMap::read(const std::map<std::string, std::string>& changes) {
  *this = KeyMap();
  std::vector<std::string> left_out;
  std::vector<std::size_t> taken;
  for (const auto& [name, key] : changes) {
    const auto command = command_named(name);
    const auto chord = chord_named(key);
    const bool fixed = !command || command == Command::back;
    if (fixed || !chord || !can_be_chosen(*chord)) {
      left_out.push_back(name);
      continue;
    }
    taken.push_back(static_cast<std::size_t>(*command));
    keys_[taken.back()] = *chord;
  }
  // Of two with the same key the one that was changed goes back to its own, again until none clash.
  for (bool clash = true; clash;) {
    clash = false;
    for (const std::size_t i : taken) {
      const bool twice = std::count(keys_.begin(), keys_.end(), keys_[i]) > 1;
      if (twice && !(keys_[i] == usual(i))) {
        keys_[i] = usual(i);
        left_out.emplace_back(kUsual[i].name);
        clash = true;
      }
    }
  }
  return left_out;
}

Event KeyMap::translated(Event event, bool typing) const {
  const bool key = event.type == Event::Type::key_down || event.type == Event::Type::key_up;
  if (!key || (typing && is_typing(event))) {
    return event;
  }
  const Chord chord = chord_of(event);
  if (const auto command = command_of(chord)) {
    const Chord& mine = usual(static_cast<std::size_t>(*command));
    // What is held beyond the chord is still held.
    const bool shift = chord.shift && !key_of(*command).shift;
    event = with(event, mine);
    event.shift = event.shift || shift;
    return event;
  }
  const bool given_up = std::any_of(kUsual.begin(), kUsual.end(),
                                    [&chord](const Usual& u) { return u.chord == chord; });
  if (given_up) {
    event.key = Key::unknown;
  }
  return event;
}

Event event_of(const Chord& chord) {
  Event event;
  event.type = Event::Type::key_down;
  return with(event, chord);
}

Event event_of(Command command) { return event_of(usual(static_cast<std::size_t>(command))); }

}  // namespace mot
