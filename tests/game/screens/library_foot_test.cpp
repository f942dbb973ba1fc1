// Which file a control below the library's cards opens.
#include "game/screens/library_foot.h"

#include <catch2/catch.hpp>

TEST_CASE("a control opens the file of its number, and no other control does") {
  const std::vector<std::string> files{"/library/half.yaml", "/library/torn.yaml"};
  CHECK(mot::left_out_file("left-out-0", files) == files[0]);
  CHECK(mot::left_out_file("left-out-1", files) == files[1]);
  CHECK(mot::left_out_file("left-out-2", files).empty());
  CHECK(mot::left_out_file("new-scenario", files).empty());
  CHECK(mot::left_out_file("left-out-0", {}).empty());
}
