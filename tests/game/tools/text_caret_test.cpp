#include "game/tools/text_caret.h"

#include <catch2/catch.hpp>

#include "game/window/key_map.h"

namespace {

struct Typist {
  std::string text;
  mot::TextCaret caret;
  mot::TypingPlace place;
  std::string clipboard;

  explicit Typist(std::string begin, bool one_line = false) : text(std::move(begin)) {
    caret = {text.size(), text.size()};
    place.advance = [](char32_t) { return 1.F; };
    place.lines = [this](std::string_view words) {
      return mot::shown_lines(words, 0, place.advance);
    };
    place.one_line = one_line;
    place.clipboard = [this] { return clipboard; };
    place.copy = [this](const std::string& words) { clipboard = words; };
  }

  bool press(const std::string& name) {
    const mot::Chord chord = mot::chord_named(name).value();
    mot::Event event;
    event.type = mot::Event::Type::key_down;
    event.key = chord.key;
    event.control = chord.control;
    event.shift = chord.shift;
    event.alt = chord.alt;
    return mot::type_in(event, text, caret, place);
  }
  void write(const std::string& words) {
    mot::Event event;
    event.type = mot::Event::Type::text;
    event.text = words;
    mot::type_in(event, text, caret, place);
  }
};

}  // namespace

TEST_CASE("What is typed stands at the caret") {
  Typist typist("ac");
  typist.press("left");
  typist.write("b");
  CHECK(typist.text == "abc");
  typist.write("你");
  typist.press("backspace");
  CHECK(typist.text == "abc");
  CHECK(typist.caret.at == 2);
}

TEST_CASE("What is selected is replaced, cut and put in again") {
  Typist typist("one two");
  typist.press("ctrl+shift+left");
  CHECK(mot::selected(typist.text, typist.caret) == "two");
  typist.press("ctrl+x");
  CHECK(typist.text == "one ");
  typist.press("ctrl+v");
  typist.press("ctrl+v");
  CHECK(typist.text == "one twotwo");
  typist.press("ctrl+a");
  typist.write("x");
  CHECK(typist.text == "x");
}

TEST_CASE("Up and Down keep the column, also over a shorter line") {
  Typist typist("abcd\nx\nabcd");
  typist.caret = {3, 3};
  typist.press("down");
  CHECK(typist.caret.at == 6);
  typist.press("down");
  CHECK(typist.caret.at == 10);
  typist.press("up");
  typist.press("up");
  CHECK(typist.caret.at == 3);
  typist.press("up");
  CHECK(typist.caret.at == 0);
}

TEST_CASE("A new line begins below the one before it where lines are indented") {
  Typist typist("  - id: a");
  typist.place.indents = true;
  typist.press("enter");
  CHECK(typist.text == "  - id: a\n  ");
  typist.press("tab");
  CHECK(typist.text == "  - id: a\n    ");
}

TEST_CASE("One line takes neither Enter nor the line ends of what is pasted") {
  Typist typist("a", true);
  CHECK_FALSE(typist.press("enter"));
  CHECK_FALSE(typist.press("up"));
  typist.clipboard = "b\r\nc\td\x01";
  typist.press("ctrl+v");
  CHECK(typist.text == "ab c  d");
}

TEST_CASE("Words are jumped over and taken out") {
  Typist typist("over the-moon");
  typist.press("ctrl+left");
  CHECK(typist.caret.at == 9);
  typist.press("ctrl+backspace");
  CHECK(typist.text == "over themoon");
  typist.press("ctrl+home");
  typist.press("ctrl+delete");
  CHECK(typist.text == "themoon");
}

TEST_CASE("The caret stays inside a text that somebody else has made shorter") {
  mot::TextCaret caret{9, 2};
  mot::fit_into(caret, "你");
  CHECK(caret.at == 3);
  CHECK(caret.anchor == 0);
}
