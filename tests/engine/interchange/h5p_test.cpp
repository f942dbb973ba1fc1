// Numbers of H5P that no list is as long as. What comes of good contents: import_test.cpp.
#include <catch2/catch.hpp>

#include "engine/interchange/import.h"

TEST_CASE("A target beyond all numbers is a link that leads nowhere") {
  for (const char* target : {"1e300", "-1e300", "1e18", "\"1e300\""}) {
    const auto story = mot::import_h5p(
        std::string("{\"branchingScenario\":{\"content\":[{\"type\":{\"library\":"
                    "\"H5P.AdvancedText 1.1\",\"params\":{\"text\":\"Hi\"}},\"nextContentId\":") +
        target + "}]}}");
    INFO(target);
    REQUIRE(story);
    CHECK(story->moments.size() == 2);
  }
}
