#include "engine/report/cohort_text.h"

#include <fmt/format.h>

#include <cmath>

namespace mot::report {

std::string share_text(std::int64_t part, std::int64_t all) {
  if (all == 0) return "–";
  return fmt::format("{}%",
                     std::lround(100.0 * static_cast<double>(part) / static_cast<double>(all)));
}

std::string measures_text(const MomentSplit& moment, const UiStrings& words) {
  std::string said =
      words.text("cohort.choices", {{"count", fmt::format("{}", moment.choices)}}) + " · " +
      words.text("cohort.right", {{"share", share_text(moment.right, moment.graded)}});
  const auto add = [&](const char* key, const char* name, const std::string& value) {
    said += " · " + words.text(key, {{name, value}});
  };
  if (moment.lost) add("cohort.lost", "points", fmt::format("{:.2f}", *moment.lost));
  if (moment.discrimination) {
    add("cohort.discrimination", "value", fmt::format("{:.2f}", *moment.discrimination));
  }
  if (moment.median_seconds) {
    add("cohort.median", "seconds", fmt::format("{:.0f}", *moment.median_seconds));
  }
  if (moment.timed_out > 0) {
    add("cohort.timed-out", "count", fmt::format("{}", moment.timed_out));
  }
  return said;
}

}  // namespace mot::report
