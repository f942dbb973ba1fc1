// What can be asked for by a key or a button of a game pad, and by which: the player may choose.
// Screens know the usual keys only; the app translates before they hear of an event.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "game/window/event.h"

namespace mot {

enum class Command {
  next,
  previous,
  up,
  down,
  left,
  right,
  use,
  go_on,
  scroll_up,
  scroll_down,
  hint,
  sureness,
  look_up,
  conversation,
  reveal,
  take_back,
  cues,
  keys,
  read_page,
  language,
  full_screen,
  pause,
  back,
  count
};

inline constexpr std::size_t kCommands = static_cast<std::size_t>(Command::count);

// In settings files and text keys: "take-back".
std::string_view name_of(Command command);
// The command of that name.
std::optional<Command> command_named(std::string_view name);

// A key with what is held beside it.
struct Chord {
  Key key = Key::unknown;
  bool control = false;
  bool shift = false;
  bool alt = false;
  friend bool operator==(const Chord&, const Chord&) = default;
};

Chord chord_of(const Event& event);
// "ctrl+shift+v", in any case; nothing where that names no key.
std::optional<Chord> chord_named(std::string_view name);
// "Ctrl+Shift+V": what chord_named() reads.
std::string name_of(const Chord& chord);
// As the caps of a keyboard say, with a space between two: "Ctrl L", "PgUp", "↑".
std::string caps_of(const Chord& chord);

// Keys by command. Invariant: each command has one key, and no two have the same; Esc leads back
// and the digits take responses, whatever else is chosen.
class KeyMap {
 public:
  KeyMap();  // the usual keys

  const Chord& key_of(Command command) const { return keys_[static_cast<std::size_t>(command)]; }
  std::optional<Command> command_of(const Chord& chord) const;
  // May that key be given to a command? Not Esc, not a digit alone, no key without a name.
  static bool can_be_chosen(const Chord& chord);
  // Gives the command that key. Requires can_be_chosen(). The command that had it gets the other's
  // key, and is returned.
  std::optional<Command> choose(Command command, const Chord& chord);

  // The keys that are not the usual ones, by the names of their commands.
  std::map<std::string, std::string> changes() const;
  // Takes changes as changes() gives them; those that cannot be taken are left out and returned.
  std::vector<std::string> read(const std::map<std::string, std::string>& changes);

  // The event as screens expect it: with the usual key of the command. A usual key that was given
  // up is Key::unknown. While somebody types, letters and what edits a text stay what they are.
  Event translated(Event event, bool typing) const;

 private:
  std::array<Chord, kCommands> keys_;
};

// The usual key of a command, going down: what a button of a pad means to a screen.
Event event_of(Command command);
// The key press of a chord.
Event event_of(const Chord& chord);

}  // namespace mot
