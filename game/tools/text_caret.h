// Typing in a text: what each key does to a text, its caret and its selection. Knows no window;
// text_area.h draws it.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "game/tools/line_wrap.h"
#include "game/window/event.h"

namespace mot {

// Where somebody types. Between caret and anchor all is selected. Places are bytes at which a
// character begins, or the text's end.
struct TextCaret {
  std::size_t at = 0;
  std::size_t anchor = 0;
  float wanted_x = -1;  // the column that Up and Down keep to; negative: that of the caret
  std::size_t first() const { return at < anchor ? at : anchor; }
  std::size_t last() const { return at < anchor ? anchor : at; }
  bool selects() const { return at != anchor; }
};

// Neighbouring places.
std::size_t next_place(std::string_view text, std::size_t at);
std::size_t previous_place(std::string_view text, std::size_t at);
// Behind the word or the blanks that follow; before those that precede.
std::size_t next_word(std::string_view text, std::size_t at);
std::size_t previous_word(std::string_view text, std::size_t at);

// The selected part.
std::string_view selected(std::string_view text, const TextCaret& caret);
// Puts `typed` in place of what is selected, the caret behind it.
void put_in(std::string& text, TextCaret& caret, std::string_view typed);
// Moves the caret; what lies between is selected when `selecting`.
void move_to(TextCaret& caret, std::size_t at, bool selecting);
// Keeps the caret inside a text that somebody else has changed.
void fit_into(TextCaret& caret, std::string_view text);

// How a text is laid out and what it may hold.
struct TypingPlace {
  std::function<std::vector<ShownLine>(std::string_view)> lines;
  Advance advance;
  bool one_line = false;  // line ends become blanks, Enter is not taken
  bool indents = false;   // a new line begins below the one before it; Tab puts two blanks in
  int page = 10;          // lines
  std::function<std::string()> clipboard;
  std::function<void(const std::string&)> copy;
};

// Does what the event means to somebody who types; false: nothing, it is somebody else's.
bool type_in(const Event& event, std::string& text, TextCaret& caret, const TypingPlace& place);

}  // namespace mot
