#include "game/cli/phrases.h"

#include <catch2/catch.hpp>

TEST_CASE("Points have two decimals and a true minus") {
  CHECK(mot::points(871) == "8.71");
  CHECK(mot::points(-5) == "−0.05");
  CHECK(mot::signed_points(127) == "+1.27");
  CHECK(mot::signed_points(-650) == "−6.50");
  CHECK(mot::signed_points(0) == "0.00");
}

TEST_CASE("Mood fills its bar from the middle") {
  CHECK(mot::mood_bar(0, 4) == "····|····");
  CHECK(mot::mood_bar(-50, 4) == "··▓▓|····");
  CHECK(mot::mood_bar(100, 4) == "····|▓▓▓▓");
  CHECK(mot::mood_bar(-100, 4) == "▓▓▓▓|····");
}

TEST_CASE("A share fills its bar from the left") {
  CHECK(mot::share_bar(60, 10) == "▓▓▓▓▓▓····");
  CHECK(mot::share_bar(0, 4) == "····");
  CHECK(mot::share_bar(100, 4) == "▓▓▓▓");
}

TEST_CASE("Columns line up, whatever the script") {
  CHECK(mot::padded("可靠", 6) == "可靠  ");
  CHECK(mot::padded("abc", 6) == "abc   ");
  CHECK(mot::padded("abcdef", 4) == "abcdef ");
}
