// The time of day and chance from the machine, for playthroughs; the engine knows neither.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace mot {

/// UTC in the form of Playthrough::started: "2026-11-21T20:15:00Z".
std::string utc_now();

/// A seed nobody chose.
std::uint32_t fresh_seed();

/// Measures how long a choice takes.
class Stopwatch {
 public:
  void restart() { begin_ = std::chrono::steady_clock::now(); }
  /// Since the last restart, to a tenth.
  double seconds() const;

 private:
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

}  // namespace mot
