#include "engine/base/utc.h"

#include <fmt/format.h>

namespace mot {
namespace {

/// Days before a date of the Gregorian calendar, counted from 1970-01-01. Years begin in March
/// here, so that the leap day is the last one.
std::int64_t days_before(std::int64_t year, std::int64_t month, std::int64_t day) {
  const std::int64_t y = month <= 2 ? year - 1 : year;
  const std::int64_t months = (month + 9) % 12;
  constexpr std::int64_t kDaysToEpoch = 719'468;
  return 365 * y + y / 4 - y / 100 + y / 400 + (153 * months + 2) / 5 + day - 1 - kDaysToEpoch;
}

/// `count` digits at the beginning as a number; −1 where they are not there.
std::int64_t take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return -1;
  std::int64_t number = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    number = 10 * number + (text[i] - '0');
  }
  text.remove_prefix(count);
  return number;
}

bool take(std::string_view& text, char wanted) {
  if (text.empty() || text.front() != wanted) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

std::optional<std::int64_t> seconds_of_utc(std::string_view time) {
  const std::int64_t year = take_digits(time, 4);
  const bool dash = take(time, '-');
  const std::int64_t month = take_digits(time, 2);
  const bool second_dash = take(time, '-');
  const std::int64_t day = take_digits(time, 2);
  if (!dash || !second_dash || year < 1 || month < 1 || month > 12 || day < 1 || day > 31) {
    return std::nullopt;
  }
  const std::int64_t begin = kSecondsADay * days_before(year, month, day);
  if (time.empty()) return begin;
  const bool t = take(time, 'T');
  const std::int64_t hour = take_digits(time, 2);
  const bool colon = take(time, ':');
  const std::int64_t minute = take_digits(time, 2);
  const bool second_colon = take(time, ':');
  const std::int64_t second = take_digits(time, 2);
  if (!t || !colon || !second_colon || time != "Z") return std::nullopt;
  // A leap second is 60.
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
    return std::nullopt;
  }
  return begin + 3600 * hour + 60 * minute + second;
}

std::string utc_of_seconds(std::int64_t seconds) {
  std::int64_t days = seconds / kSecondsADay;
  std::int64_t rest = seconds % kSecondsADay;
  if (rest < 0) {
    rest += kSecondsADay;
    --days;
  }
  // The year by its average length, put right by one where that is off.
  std::int64_t year = 1970 + (days * 400) / 146'097;
  while (days_before(year, 1, 1) > days) --year;
  while (days_before(year + 1, 1, 1) <= days) ++year;
  std::int64_t month = 12;
  while (days_before(year, month, 1) > days) --month;
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", year, month,
                     days - days_before(year, month, 1) + 1, rest / 3600, rest / 60 % 60,
                     rest % 60);
}

}  // namespace mot
