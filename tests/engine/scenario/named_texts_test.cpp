#include "engine/scenario/named_texts.h"

#include <catch2/catch.hpp>

TEST_CASE("what no scenario says keeps its id") {
  CHECK(mot::title_of_scenario(nullptr, "en", "late-room") == "late-room");
  CHECK(mot::title_of_moment(nullptr, "en", "check-in") == "check-in");
  CHECK(mot::text_of_response(nullptr, "en", "check-in", "wait") == "wait");
}
