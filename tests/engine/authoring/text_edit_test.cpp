#include "engine/authoring/text_edit.h"

#include <catch2/catch.hpp>
#include <string>

#include "engine/base/draw.h"

using mot::EditHistory;
using mot::TextEdit;

TEST_CASE("Pieces are done in the order of the text, and an edit and its inverse cancel out") {
  const std::string text = "one two three";
  // "two" → "2", then "one" → "eins", handed over in any order.
  const TextEdit edit = mot::in_order({{4, "two", "2"}, {0, "one", "eins"}});
  REQUIRE(fits(edit, text));
  CHECK(applied(edit, text) == "eins 2 three");
  const TextEdit back = inverse(edit);
  REQUIRE(fits(back, "eins 2 three"));
  CHECK(back == mot::in_order({{0, "eins", "one"}, {5, "2", "two"}}));
  CHECK(applied(back, "eins 2 three") == text);
}

TEST_CASE("An edit fits only where all that it takes out stands, and its pieces do not overlap") {
  const std::string text = "abcdef";
  CHECK(mot::fits({{{6, "", "!"}}}, text));
  CHECK_FALSE(mot::fits({{{7, "", "!"}}}, text));
  CHECK_FALSE(mot::fits({{{1, "bd", ""}}}, text));
  CHECK_FALSE(mot::fits({{{5, "fg", ""}}}, text));
  CHECK(mot::fits({{{0, "ab", ""}, {2, "c", ""}}}, text));
  CHECK_FALSE(mot::fits({{{0, "ab", ""}, {1, "b", ""}}}, text));
  CHECK_FALSE(mot::fits({{{2, "c", ""}, {0, "a", ""}}}, text));
}

TEST_CASE("The difference of two texts is the piece between what they share") {
  CHECK(mot::difference("same", "same").changes.empty());
  CHECK(mot::difference("a: 1\nb: 2\n", "a: 1\nb: 3\n") == TextEdit{{{8, "2", "3"}}});
  CHECK(mot::difference("aa", "aaa") == TextEdit{{{2, "", "a"}}});
  CHECK(mot::difference("", "a") == TextEdit{{{0, "", "a"}}});
  CHECK(mot::difference("a", "") == TextEdit{{{0, "a", ""}}});
  // 好 is E5 A5 BD, 妤 is E5 A6 A4: never cut in the middle of a sign.
  CHECK(mot::difference("你好!", "你妤!") == TextEdit{{{3, "好", "妤"}}});
  // 好 and 伽 (E4 BC BD) end with the same byte.
  CHECK(mot::difference("好", "伽") == TextEdit{{{0, "好", "伽"}}});
}

TEST_CASE("The difference leads from the one to the other, whatever they are") {
  const std::string signs[] = {"a", "b", "é", "好", "妤", "\n"};
  const auto text = [&](std::uint32_t seed) {
    std::string made;
    for (std::uint64_t i = 0; i < 8; ++i)
      made += signs[mot::below(mot::draw(seed, mot::Stream::policy, i), 6)];
    return made;
  };
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const std::string before = text(2 * seed);
    const std::string after = text(2 * seed + 1);
    const TextEdit edit = mot::difference(before, after);
    INFO("seed " << seed);
    REQUIRE(fits(edit, before));
    CHECK(applied(edit, before) == after);
    CHECK(applied(inverse(edit), after) == before);
  }
}

TEST_CASE("A history goes back and forth, and a new edit takes the place of what was undone") {
  EditHistory history("0");
  CHECK_FALSE(history.undo());
  CHECK_FALSE(history.redo());
  for (const char* next : {"01", "012", "0123"})
    history.apply(mot::difference(history.text(), next));
  CHECK(history.done() == 3);
  REQUIRE(history.undo());
  REQUIRE(history.undo());
  CHECK(history.text() == "01");
  REQUIRE(history.redo());
  CHECK(history.text() == "012");
  CHECK(history.can_redo());
  history.apply(mot::difference("012", "012x"));
  CHECK_FALSE(history.can_redo());
  CHECK(history.done() == 3);
  while (history.can_undo()) REQUIRE(history.undo());
  CHECK(history.text() == "0");
}
