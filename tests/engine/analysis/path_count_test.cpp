#include "engine/analysis/path_count.h"

#include <catch2/catch.hpp>

namespace mot {

TEST_CASE("numbers of paths grow beyond every built-in type") {
  PathCount count(true);
  for (int i = 0; i < 80; ++i) count += PathCount(count);
  CHECK(count.to_string() == "1208925819614629174706176");  // 2^80
  CHECK(count.to_double() == Approx(1208925819614629174706176.0));
  CHECK(PathCount().to_string() == "0");
}

}  // namespace mot
