// A crowd of simulated customers like the one in the scene, who judge the same playthrough: NPS,
// answers, the impact of each touchpoint. Every customer's numbers are drawn from the seed and the
// customer's own number, and only whole numbers are added up, so the result is the same for any
// number of threads. Implements docs/model.md 4.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "engine/analysis/impact.h"
#include "engine/analysis/judged_play.h"
#include "engine/analysis/recommend_table.h"
#include "engine/outcome/nps.h"

namespace mot {

inline constexpr std::int64_t kDefaultCustomers = 1'000;
/// With so many, an NPS is settled to a fiftieth of a point; some seconds of work.
inline constexpr std::int64_t kMostCustomers = 100'000'000;
inline constexpr unsigned kMostThreads = 256;

/// How a crowd is made.
struct CrowdOptions {
  /// 1 … kMostCustomers.
  std::int64_t customers = kDefaultCustomers;
  std::uint32_t seed = 1;
  /// 1 … kMostThreads; 0: one for each processor.
  unsigned threads = 0;
  /// Set from another thread or from `progress` to give up; may be null.
  const std::atomic<bool>* cancel = nullptr;
  /// Called on the calling thread now and then, with the customers taken up so far; may be empty.
  std::function<void(std::int64_t)> progress;
};

/// What a crowd answered.
struct Crowd {
  std::int64_t customers = 0;
  /// Customers by their answer 0 … 10 to "would you recommend us?".
  std::array<std::int64_t, kAnswers> histogram{};
  /// Σ of the ratings 1 … 10.
  std::int64_t rating_sum = 0;
  /// min(customers, kImpactCustomers).
  std::int64_t impact_customers = 0;
  /// One a scored moment, in order.
  std::vector<ImpactCount> impacts;

  /// Histogram by category.
  NpsCounts counts() const;
  /// Mean rating, 1 … 10. Requires a customer.
  double satisfaction_mean() const {
    return static_cast<double>(rating_sum) / static_cast<double>(customers);
  }
  /// Of scored moment `i`; nothing where there are too few customers for an NPS.
  std::optional<Impact> impact_of(std::size_t i) const;

  friend bool operator==(const Crowd&, const Crowd&) = default;
};

/// Has a crowd judge a playthrough with at least one scored moment. Nothing where it was cancelled.
std::optional<Crowd> judge(const JudgedPlay& play, const CrowdOptions& options);

}  // namespace mot
