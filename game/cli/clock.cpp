#include "game/cli/clock.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>
#include <random>

#include "engine/base/json.h"

namespace mot {

std::string utc_now() {
  const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

std::uint32_t fresh_seed() {
  std::random_device device;
  return static_cast<std::uint32_t>(device());
}

double Stopwatch::seconds() const {
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin_;
  return rounded(taken.count(), 1);
}

}  // namespace mot
