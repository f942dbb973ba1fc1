#include "engine/text/word_count.h"

#include <catch2/catch.hpp>

using mot::count_words;

TEST_CASE("Words are what stands between blanks") {
  CHECK(count_words("").total() == 0);
  CHECK(count_words("  \n\t ").total() == 0);
  CHECK(count_words("Not dripping. Running.").words == 3);
  CHECK(count_words("half-past  two\n").words == 2);
}

TEST_CASE("Every Chinese sign counts, with its punctuation") {
  CHECK(count_words("我家天花板在漏水！").wide == 9);
  CHECK(count_words("我家天花板在漏水！").words == 0);
}

TEST_CASE("Words and signs of one text are counted apart") {
  const mot::WordCount count = count_words("Flat 1203 在漏水。");
  CHECK(count.words == 2);
  CHECK(count.wide == 4);
  CHECK(count.total() == 6);
}
