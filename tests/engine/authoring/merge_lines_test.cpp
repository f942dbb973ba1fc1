#include "engine/authoring/merge_lines.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>

using mot::LineMerge;
using mot::merge_lines;

TEST_CASE("What only one of two has changed is taken over, from either") {
  const LineMerge merge = merge_lines("a\nb\nc\nd\ne\n", "A\nb\nc\nd\ne\n", "a\nb\nc\ne\nf\n");
  CHECK(merge.conflicts.empty());
  CHECK(merge.with_mine == "A\nb\nc\ne\nf\n");
  CHECK(merge.with_theirs == merge.with_mine);
}

TEST_CASE("Where both have changed the same line, both are named, and the rest is joined") {
  const LineMerge merge =
      merge_lines("a\nb\nc\nd\ne\nf\ng\n", "a\nb\nC\nd\ne\nf\nG\n", "x\na\nb\nc!\nd\ne\nf\ng\n");
  REQUIRE(merge.conflicts.size() == 1);
  CHECK(merge.conflicts[0].line == 3);
  CHECK(merge.conflicts[0].mine == "C\n");
  CHECK(merge.conflicts[0].theirs == "c!\n");
  CHECK(merge.with_mine == "x\na\nb\nC\nd\ne\nf\nG\n");
  CHECK(merge.with_theirs == "x\na\nb\nc!\nd\ne\nf\nG\n");
}

TEST_CASE("Lines one below the other, each changed by one of them, are no conflict") {
  const LineMerge merge = merge_lines("a\nb\nc\nd\n", "a\nB\nc\n", "a\nb\nC\nd\n");
  CHECK(merge.conflicts.empty());
  CHECK(merge.with_mine == "a\nB\nC\n");
  CHECK(merge_lines("a\nb\n", "A\nb\n", "a\nx\nb\n").conflicts.size() == 1);
}

TEST_CASE("The same change made twice is made once") {
  const LineMerge merge = merge_lines("a\nb\n", "a\nc\nd\n", "a\nc\nd\n");
  CHECK(merge.conflicts.empty());
  CHECK(merge.with_mine == "a\nc\nd\n");
}

TEST_CASE("Two texts put in at one place are a conflict; taken out and changed, too") {
  CHECK(merge_lines("a\n", "a\nb\n", "a\nc\n").conflicts.size() == 1);
  const LineMerge merge = merge_lines("a\nb\nc\n", "a\nc\n", "a\nB\nc\n");
  REQUIRE(merge.conflicts.size() == 1);
  CHECK(merge.conflicts[0].mine.empty());
  CHECK(merge.with_theirs == "a\nB\nc\n");
  // The last line has no line end in one of them.
  CHECK(merge_lines("a\nb", "a\nb", "a\nb\n").with_mine == "a\nb\n");
  CHECK(merge_lines("", "x\n", "").with_mine == "x\n");
}

TEST_CASE("Whatever is changed, each side's own text comes out where the other changed nothing") {
  std::mt19937 random(7);
  const auto drawn = [&](int most) {
    return static_cast<int>(random() % static_cast<unsigned>(most));
  };
  const auto text_of = [&] {
    std::string text;
    for (int lines = drawn(14); lines > 0; --lines)
      text += std::string(1, static_cast<char>('a' + drawn(4))) + "\n";
    return text;
  };
  for (int i = 0; i < 3000; ++i) {
    const std::string base = text_of();
    const std::string mine = text_of();
    const std::string theirs = text_of();
    const LineMerge one = merge_lines(base, mine, base);
    REQUIRE(one.conflicts.empty());
    REQUIRE(one.with_mine == mine);
    REQUIRE(merge_lines(base, base, theirs).with_mine == theirs);
    REQUIRE(merge_lines(base, mine, mine).with_theirs == mine);
    const LineMerge both = merge_lines(base, mine, theirs);
    REQUIRE(both.conflicts.empty() == (both.with_mine == both.with_theirs));
  }
}

TEST_CASE("Thousands of lines that differ are one stretch, and the rest is joined all the same") {
  std::string base = "head\nkept\n";
  std::string mine = base;
  for (int i = 0; i < 4000; ++i) {
    base += "line " + std::to_string(i) + "\n";
    mine += "other " + std::to_string(i) + "\n";
  }
  base += "kept\ntail\n";
  mine += "kept\ntail\n";
  const LineMerge merge = merge_lines(base, mine, "HEAD\n" + base.substr(5) + "foot\n");
  CHECK(merge.conflicts.empty());
  CHECK(merge.with_mine == "HEAD\n" + mine.substr(5) + "foot\n");
}
