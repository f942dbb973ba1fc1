// Frame times and their percentiles.
#pragma once

#include <string>
#include <vector>

namespace mot {

// What `--measure` prints (docs/command_line.md).
struct Measurement {
  double first_frame_ms = 0;
  std::vector<double> frames_ms;
  double rest_cpu_percent = 0;
  double rss_mb = 0;
};

// The value that `percent` of the numbers do not pass (nearest rank); 0 of none.
double percentile(std::vector<double> numbers, double percent);

// The measurement as one line of JSON.
std::string measurement_json(const Measurement& measurement);

}  // namespace mot
