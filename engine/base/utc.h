// Times of day as our files write them, "2026-11-21T20:15:00Z", and as seconds that can be counted
// with.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mot {

inline constexpr std::int64_t kSecondsADay = 86'400;

/// Seconds since 1970-01-01T00:00:00Z; nothing where it is no such time. A day alone,
/// "2026-11-21", is its beginning.
std::optional<std::int64_t> seconds_of_utc(std::string_view time);

/// The other way round, for the years 1 … 9999.
std::string utc_of_seconds(std::int64_t seconds);

/// The day of such a time, "2026-11-21".
constexpr std::string_view day_of(std::string_view time) { return time.substr(0, 10); }
inline std::string day_of(std::int64_t seconds) {
  return std::string(day_of(std::string_view(utc_of_seconds(seconds))));
}

}  // namespace mot
