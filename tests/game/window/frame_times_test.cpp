#include "game/window/frame_times.h"

#include <catch2/catch.hpp>

TEST_CASE("a percentile is the value that so many percent do not pass") {
  std::vector<double> numbers;
  for (int i = 100; i >= 1; --i) {
    numbers.push_back(i);
  }
  CHECK(mot::percentile(numbers, 50) == 50);
  CHECK(mot::percentile(numbers, 99) == 99);
  CHECK(mot::percentile({}, 99) == 0);
}

TEST_CASE("a measurement has the keys of the command line page") {
  mot::Measurement m;
  m.first_frame_ms = 301.4;
  m.frames_ms = {10, 20};
  m.rest_cpu_percent = 0.5;
  m.rss_mb = 120;
  CHECK(mot::measurement_json(m) ==
        R"({ "first_frame_ms": 301, "frames": 2, "frame_ms_p50": 10.00, "frame_ms_p99": 20.00, )"
        R"("rest_cpu_percent": 0.50, "rss_mb": 120.0 })");
}
