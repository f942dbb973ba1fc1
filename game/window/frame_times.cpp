#include "game/window/frame_times.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace mot {

double percentile(std::vector<double> numbers, double percent) {
  if (numbers.empty()) {
    return 0;
  }
  std::sort(numbers.begin(), numbers.end());
  const double rank = std::ceil(percent / 100 * static_cast<double>(numbers.size()));
  const auto index = static_cast<std::size_t>(std::max(1.0, rank)) - 1;
  return numbers[std::min(index, numbers.size() - 1)];
}

std::string measurement_json(const Measurement& m) {
  return fmt::format(
      "{{ \"first_frame_ms\": {:.0f}, \"frames\": {}, \"frame_ms_p50\": {:.2f}, \"frame_ms_p99\": "
      "{:.2f}, \"rest_cpu_percent\": {:.2f}, \"rss_mb\": {:.1f} }}",
      m.first_frame_ms, m.frames_ms.size(), percentile(m.frames_ms, 50),
      percentile(m.frames_ms, 99), m.rest_cpu_percent, m.rss_mb);
}

}  // namespace mot
