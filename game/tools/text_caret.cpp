#include "game/tools/text_caret.h"

#include <algorithm>

namespace mot {
namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

enum class Sort { blank, word, sign, line_end };

Sort sort_of(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c == '\n') {
    return Sort::line_end;
  }
  if (c == ' ' || c == '\t') {
    return Sort::blank;
  }
  const bool word =
      c >= 0x80 || c == '_' || (c >= '0' && c <= '9') || ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z');
  return word ? Sort::word : Sort::sign;
}

// What may stand in a text of the format: no control characters but line ends.
std::string cleaned(std::string_view typed, bool one_line) {
  std::string out;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const auto c = static_cast<unsigned char>(typed[i]);
    if (c == '\r') {
      if (i + 1 < typed.size() && typed[i + 1] == '\n') {
        continue;
      }
      out += one_line ? ' ' : '\n';
    } else if (c == '\n') {
      out += one_line ? ' ' : '\n';
    } else if (c == '\t') {
      out += "  ";
    } else if (c >= 0x20 && c != 0x7F) {
      out += typed[i];
    }
  }
  return out;
}

void erase_to(std::string& text, TextCaret& caret, std::size_t to) {
  if (!caret.selects()) {
    caret.anchor = to;
  }
  put_in(text, caret, "");
}

bool edit_by_chord(const Event& event,
                   std::string& text,
                   TextCaret& caret,
                   const TypingPlace& place) {
  switch (event.key) {
    case Key::a: caret = {text.size(), 0}; return true;
    case Key::c:
    case Key::x:
      if (caret.selects()) {
        place.copy(std::string(selected(text, caret)));
        if (event.key == Key::x) {
          put_in(text, caret, "");
        }
      }
      return true;
    case Key::v: put_in(text, caret, cleaned(place.clipboard(), place.one_line)); return true;
    case Key::backspace: erase_to(text, caret, previous_word(text, caret.at)); return true;
    case Key::del: erase_to(text, caret, next_word(text, caret.at)); return true;
    case Key::left: move_to(caret, previous_word(text, caret.at), event.shift); return true;
    case Key::right: move_to(caret, next_word(text, caret.at), event.shift); return true;
    case Key::home: move_to(caret, 0, event.shift); return true;
    case Key::end: move_to(caret, text.size(), event.shift); return true;
    default: return false;
  }
}

void move_lines(int by,
                bool selecting,
                std::string_view text,
                TextCaret& caret,
                const TypingPlace& place) {
  const std::vector<ShownLine> lines = place.lines(text);
  const std::size_t here = line_at(lines, caret.at);
  const float x =
      caret.wanted_x >= 0 ? caret.wanted_x : x_of(text, lines[here], caret.at, place.advance);
  const auto wanted = static_cast<std::ptrdiff_t>(here) + by;
  if (wanted < 0 || wanted >= static_cast<std::ptrdiff_t>(lines.size())) {
    move_to(caret, wanted < 0 ? 0 : text.size(), selecting);
  } else {
    const ShownLine& line = lines[static_cast<std::size_t>(wanted)];
    std::size_t at = place_at(text, line, x, place.advance);
    // The end of a broken line is the beginning of the next.
    const bool broken = line.end < text.size() && text[line.end] != '\n';
    if (at == line.end && broken && at > line.begin) {
      at = previous_place(text, at);
    }
    move_to(caret, at, selecting);
  }
  caret.wanted_x = x;
}

void new_line(std::string& text, TextCaret& caret, const TypingPlace& place) {
  std::string typed = "\n";
  if (place.indents) {
    const std::size_t before =
        caret.first() == 0 ? std::string::npos : text.rfind('\n', caret.first() - 1);
    const std::size_t begin = before == std::string::npos ? 0 : before + 1;
    const std::size_t words = std::min(text.find_first_not_of(' ', begin), caret.first());
    typed.append(words - begin, ' ');
  }
  put_in(text, caret, typed);
}

bool is_move(Key key) {
  return key == Key::left || key == Key::right || key == Key::up || key == Key::down ||
         key == Key::home || key == Key::end || key == Key::page_up || key == Key::page_down;
}

void move(const Event& event, std::string_view text, TextCaret& caret, const TypingPlace& place) {
  const bool keeps = event.shift;
  const auto ends = [&] {
    const std::vector<ShownLine> lines = place.lines(text);
    return lines[line_at(lines, caret.at)];
  };
  switch (event.key) {
    case Key::left:
      move_to(caret, caret.selects() && !keeps ? caret.first() : previous_place(text, caret.at),
              keeps);
      break;
    case Key::right:
      move_to(caret, caret.selects() && !keeps ? caret.last() : next_place(text, caret.at), keeps);
      break;
    case Key::home: move_to(caret, ends().begin, keeps); break;
    case Key::end: move_to(caret, ends().end, keeps); break;
    case Key::up: move_lines(-1, keeps, text, caret, place); break;
    case Key::down: move_lines(1, keeps, text, caret, place); break;
    case Key::page_up: move_lines(-place.page, keeps, text, caret, place); break;
    default: move_lines(place.page, keeps, text, caret, place); break;
  }
}

}  // namespace

std::size_t next_place(std::string_view text, std::size_t at) {
  if (at >= text.size()) {
    return text.size();
  }
  do {
    ++at;
  } while (at < text.size() && continues(text[at]));
  return at;
}

std::size_t previous_place(std::string_view text, std::size_t at) {
  while (at > 0 && continues(text[--at])) {
  }
  return at;
}

std::size_t next_word(std::string_view text, std::size_t at) {
  if (at >= text.size()) {
    return text.size();
  }
  const Sort sort = sort_of(text, at);
  do {
    at = next_place(text, at);
  } while (sort != Sort::line_end && at < text.size() && sort_of(text, at) == sort);
  while (at < text.size() && sort_of(text, at) == Sort::blank) {
    ++at;
  }
  return at;
}

std::size_t previous_word(std::string_view text, std::size_t at) {
  while (at > 0 && sort_of(text, at - 1) == Sort::blank) {
    --at;
  }
  if (at == 0) {
    return 0;
  }
  at = previous_place(text, at);
  const Sort sort = sort_of(text, at);
  while (sort != Sort::line_end && at > 0 && sort_of(text, previous_place(text, at)) == sort) {
    at = previous_place(text, at);
  }
  return at;
}

std::string_view selected(std::string_view text, const TextCaret& caret) {
  return text.substr(caret.first(), caret.last() - caret.first());
}

void put_in(std::string& text, TextCaret& caret, std::string_view typed) {
  const std::size_t first = caret.first();
  text.replace(first, caret.last() - first, typed);
  caret = {first + typed.size(), first + typed.size()};
}

void move_to(TextCaret& caret, std::size_t at, bool selecting) {
  caret.at = at;
  caret.wanted_x = -1;
  if (!selecting) {
    caret.anchor = at;
  }
}

void fit_into(TextCaret& caret, std::string_view text) {
  for (std::size_t* place : {&caret.at, &caret.anchor}) {
    *place = std::min(*place, text.size());
    while (*place > 0 && *place < text.size() && continues(text[*place])) {
      --*place;
    }
  }
}

bool type_in(const Event& event, std::string& text, TextCaret& caret, const TypingPlace& place) {
  if (event.type == Event::Type::text) {
    put_in(text, caret, cleaned(event.text, place.one_line));
    return true;
  }
  if (event.type != Event::Type::key_down) {
    return false;
  }
  if (event.control && !event.alt) {  // both: AltGr, which types
    return edit_by_chord(event, text, caret, place);
  }
  const bool vertical = event.key == Key::up || event.key == Key::down ||
                        event.key == Key::page_up || event.key == Key::page_down;
  if (event.alt || (place.one_line && vertical)) {
    return false;
  }
  if (is_move(event.key)) {
    move(event, text, caret, place);
    return true;
  }
  switch (event.key) {
    case Key::backspace: erase_to(text, caret, previous_place(text, caret.at)); return true;
    case Key::del: erase_to(text, caret, next_place(text, caret.at)); return true;
    case Key::enter:
      if (place.one_line) {
        return false;
      }
      new_line(text, caret, place);
      return true;
    case Key::tab:
      if (!place.indents || event.shift) {
        return false;
      }
      put_in(text, caret, "  ");
      return true;
    // The character itself comes as a text.
    case Key::space: return true;
    default: return false;
  }
}

}  // namespace mot
