#include "engine/analysis/crowd.h"

#include <algorithm>
#include <system_error>
#include <thread>
#include <utility>

#include "engine/analysis/normal.h"
#include "engine/base/draw.h"
#include "engine/customer/satisfaction.h"

namespace mot {
namespace {

/// Customers that a thread takes at a time.
constexpr std::int64_t kBatch = 1'024;

/// What the random numbers of one customer are drawn for.
enum class Drawn : std::uint64_t { expectation, rating, answer };

/// A promoter 1, a passive 0, a detractor −1, by answer.
std::array<int, kAnswers> steps_by_answer() {
  std::array<int, kAnswers> steps{};
  for (std::size_t answer = 0; answer < kAnswers; ++answer) {
    const Category category = category_of(static_cast<int>(answer));
    steps[answer] =
        (category == Category::promoter ? 1 : 0) - (category == Category::detractor ? 1 : 0);
  }
  return steps;
}

/// One simulated customer.
struct Customer {
  /// In points; the second is how much more than the customer of the scene.
  double expectation;
  double shift;
  /// A standard normal number and bits that settle the two answers.
  double scatter;
  std::uint64_t answer_bits;

  int rating(const ShiftedMemory& memory) const {
    return survey_rating(satisfaction_of(expectation, memory.remembered_gap(shift)), scatter);
  }
  int answer(int rating) const { return recommend_at(rating, answer_bits); }
};

/// What all threads share: the playthrough, prepared, and the next customer to judge.
class Work {
 public:
  Work(const JudgedPlay& play, const CrowdOptions& options)
      : options_(options),
        expectation_(play.expectation / 100.0),
        spread_(play.spread),
        as_played_(ledger_of(play)),
        with_one_met_(memories_with_one_met(play)) {}

  /// An empty crowd, with everything allocated.
  Crowd nobody() const {
    Crowd crowd;
    crowd.impacts.resize(with_one_met_.size());
    return crowd;
  }

  /// Adds batch by batch to a crowd until all customers are judged or someone cancels.
  Crowd judge_batches(Crowd crowd, const std::function<void(std::int64_t)>& progress) {
    while (!cancelled()) {
      const std::int64_t first = next_.fetch_add(kBatch, std::memory_order_relaxed);
      if (first >= options_.customers) break;
      const std::int64_t last = std::min(first + kBatch, options_.customers);
      for (std::int64_t i = first; i < last; ++i) judge_one(i, crowd);
      crowd.customers += last - first;
      if (progress) progress(std::min(next_.load(std::memory_order_relaxed), options_.customers));
    }
    return crowd;
  }

  bool cancelled() const {
    return options_.cancel != nullptr && options_.cancel->load(std::memory_order_relaxed);
  }

 private:
  std::uint64_t bits(std::int64_t i, Drawn what) const {
    return draw(options_.seed, Stream::crowd, static_cast<std::uint64_t>(i),
                static_cast<std::uint64_t>(what));
  }

  Customer customer(std::int64_t i) const {
    const double more = spread_ * standard_normal(bits(i, Drawn::expectation));
    const double expected =
        std::clamp(expectation_ + more, double{kLowestLevel}, double{kHighestLevel});
    return {expected, expected - expectation_, standard_normal(bits(i, Drawn::rating)),
            bits(i, Drawn::answer)};
  }

  void judge_one(std::int64_t i, Crowd& crowd) const {
    const Customer judge = customer(i);
    const int rating = judge.rating(as_played_);
    const int answer = judge.answer(rating);
    crowd.rating_sum += rating;
    ++crowd.histogram[static_cast<std::size_t>(answer)];
    if (i >= kImpactCustomers) return;
    ++crowd.impact_customers;
    for (std::size_t k = 0; k < with_one_met_.size(); ++k) {
      const int other = judge.rating(with_one_met_[k]);
      if (other == rating) continue;
      crowd.impacts[k].add(step(answer) - step(judge.answer(other)));
    }
  }

  int step(int answer) const { return steps_[static_cast<std::size_t>(answer)]; }

  const CrowdOptions& options_;
  double expectation_;
  double spread_;
  ShiftedMemory as_played_;
  std::vector<ShiftedMemory> with_one_met_;
  std::array<int, kAnswers> steps_ = steps_by_answer();
  std::atomic<std::int64_t> next_{0};
};

void add(Crowd& total, const Crowd& part) {
  total.customers += part.customers;
  total.rating_sum += part.rating_sum;
  total.impact_customers += part.impact_customers;
  for (std::size_t i = 0; i < kAnswers; ++i) total.histogram[i] += part.histogram[i];
  for (std::size_t k = 0; k < total.impacts.size(); ++k) total.impacts[k] += part.impacts[k];
}

/// Threads that have something to do, the calling one among them.
unsigned threads_for(const CrowdOptions& options) {
  const unsigned wanted =
      options.threads == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options.threads;
  const std::int64_t batches = (options.customers + kBatch - 1) / kBatch;
  return static_cast<unsigned>(std::min<std::int64_t>(batches, std::min(wanted, kMostThreads)));
}

}  // namespace

NpsCounts Crowd::counts() const {
  NpsCounts counts;
  for (std::size_t answer = 0; answer < kAnswers; ++answer) {
    switch (category_of(static_cast<int>(answer))) {
      case Category::promoter: counts.promoters += histogram[answer]; break;
      case Category::passive: counts.passives += histogram[answer]; break;
      case Category::detractor: counts.detractors += histogram[answer]; break;
    }
  }
  return counts;
}

std::optional<Impact> Crowd::impact_of(std::size_t i) const {
  if (impact_customers < kFewestForNps) return std::nullopt;
  return impact(impacts[i], impact_customers);
}

std::optional<Crowd> judge(const JudgedPlay& play, const CrowdOptions& options) {
  Work work(play, options);
  std::vector<Crowd> parts(threads_for(options) - 1, work.nobody());
  std::vector<std::thread> helpers;
  helpers.reserve(parts.size());
  try {
    for (Crowd& part : parts) {
      helpers.emplace_back([&work, &part] { part = work.judge_batches(std::move(part), {}); });
    }
  } catch (const std::system_error&) {
    // The machine gives no more threads; those there are do all the work.
  }
  Crowd crowd = work.judge_batches(work.nobody(), options.progress);
  for (std::thread& helper : helpers) helper.join();
  if (work.cancelled()) return std::nullopt;
  for (std::size_t i = 0; i < helpers.size(); ++i) add(crowd, parts[i]);
  return crowd;
}

}  // namespace mot
