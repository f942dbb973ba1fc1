// The Net Promoter Score of counted answers, and how sure it is. Implements docs/model.md 4.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

namespace mot {

/// Fewer answers than this are shown as counts, without a score.
inline constexpr std::int64_t kFewestForNps = 10;

/// Answers by category; each ≥ 0.
struct NpsCounts {
  std::int64_t promoters = 0;
  std::int64_t passives = 0;
  std::int64_t detractors = 0;

  std::int64_t customers() const { return promoters + passives + detractors; }
  friend bool operator==(const NpsCounts&, const NpsCounts&) = default;
};

/// A 95 % interval. The centre is the adjusted estimate, not the plain score shown beside it.
struct NpsInterval {
  double centre = 0;
  double half_width = 0;

  /// The limits, kept within −100 … 100.
  double low() const { return std::clamp(centre - half_width, -100.0, 100.0); }
  double high() const { return std::clamp(centre + half_width, -100.0, 100.0); }
};

/// Percentage of promoters minus that of detractors, −100 … 100; nothing below 10 answers
/// [Reichheld2003]. Example: 13 promoters, 6 detractors of 31 → 22.58.
std::optional<double> nps(const NpsCounts& counts);

/// The adjusted Wald interval: three customers more, three quarters of one to either side, z = 1.96
/// [R2016]; nothing below 10 answers. Example: 13 promoters, 6 detractors of 31 → 20.6 ± 25.2.
std::optional<NpsInterval> nps_interval(const NpsCounts& counts);

}  // namespace mot
