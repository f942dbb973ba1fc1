// How many lines each card may have when all are to be seen at once.
#include "game/stage/split_cards.h"

#include <catch2/catch.hpp>

using mot::shared_lines;

TEST_CASE("cards share the lines there are, and short ones leave theirs to the others", "[cards]") {
  CHECK(shared_lines({3, 3, 3, 3}, 12) == std::vector<int>{3, 3, 3, 3});
  CHECK(shared_lines({3, 3, 3, 3}, 11) == std::vector<int>{2, 2, 2, 2});
  CHECK(shared_lines({1, 5, 1, 5}, 10) == std::vector<int>{1, 4, 1, 4});
  CHECK(shared_lines({2, 2}, 100) == std::vector<int>{2, 2});
}

TEST_CASE("no card is without a line", "[cards]") {
  CHECK(shared_lines({4, 4, 4}, 0) == std::vector<int>{1, 1, 1});
  CHECK(shared_lines({}, 5).empty());
}
