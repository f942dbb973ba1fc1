// Whatever people typed stays text, and its writing direction stays with it.
#include "engine/report/html_text.h"

#include <catch2/catch.hpp>

using mot::report::isolated;
using mot::report::typed;

TEST_CASE("what somebody typed stands in an element of its own direction") {
  CHECK(typed("A<b>").rfind("<bdi>", 0) == 0);
  CHECK(typed("A<b>").find("&lt;b&gt;") != std::string::npos);
}

TEST_CASE(
    "marks of direction are closed within the text, and closing ones without an opening left out") {
  const std::string override_mark = "\xE2\x80\xAE";  // U+202E
  const std::string pop_embedding = "\xE2\x80\xAC";  // U+202C
  const std::string isolate = "\xE2\x81\xA8";        // U+2068
  const std::string pop_isolate = "\xE2\x81\xA9";    // U+2069
  CHECK(isolated("abc") == isolate + "abc" + pop_isolate);
  CHECK(isolated(override_mark + "abc") ==
        isolate + override_mark + "abc" + pop_embedding + pop_isolate);
  CHECK(isolated("a" + pop_isolate + override_mark + "b") ==
        isolate + "a" + override_mark + "b" + pop_embedding + pop_isolate);
  CHECK(isolated(isolate + "b") == isolate + isolate + "b" + pop_isolate + pop_isolate);
}
