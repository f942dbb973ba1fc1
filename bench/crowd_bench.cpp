// How long a crowd takes to judge an encounter of 12 moments, with the impact of every touchpoint,
// by customers and threads; and the memory it takes. Figures: docs/performance.md.
#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <ctime>

#include "engine/analysis/crowd.h"

namespace mot {
namespace {

using Clock = std::chrono::steady_clock;

/// So many moments, good and bad, of weights 1 … 5.
JudgedPlay encounter(std::size_t moments) {
  JudgedPlay play;
  play.expectation = 758;
  for (std::size_t i = 0; i < moments; ++i) {
    const int gap = static_cast<int>(below(draw(7, Stream::policy, i), 501)) - 300;
    play.moments.push_back({static_cast<MomentIndex>(i), static_cast<int>(1 + i % 5), gap});
  }
  return play;
}

struct Measured {
  /// Milliseconds by the wall's clock, and of all processors together.
  double wall = 0;
  double processor = 0;
};

/// The quickest of some rounds, for each clock: what else runs on the machine only ever slows one
/// down, and the processors' time less than the wall's.
Measured quickest(const JudgedPlay& play, const CrowdOptions& options, int rounds, Crowd& crowd) {
  constexpr double kMilliseconds = 1000.0;
  Measured best;
  for (int i = 0; i < rounds; ++i) {
    const Clock::time_point start = Clock::now();
    const std::clock_t used = std::clock();
    crowd = *judge(play, options);
    const double processor =
        kMilliseconds * static_cast<double>(std::clock() - used) / CLOCKS_PER_SEC;
    const std::chrono::duration<double, std::milli> wall = Clock::now() - start;
    if (i == 0 || wall.count() < best.wall) best.wall = wall.count();
    if (i == 0 || processor < best.processor) best.processor = processor;
  }
  return best;
}

long peak_kib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

void measure(std::size_t moments, std::int64_t customers, unsigned threads) {
  const JudgedPlay play = encounter(moments);
  CrowdOptions options;
  options.customers = customers;
  options.threads = threads;
  Crowd crowd;
  const Measured time = quickest(play, options, 5, crowd);
  fmt::print("{:>8} {:>12} {:>8} {:>10.1f} {:>14.1f} {:>12.1f} {:>10} {:>12}\n", moments, customers,
             threads, time.wall, time.processor,
             1e6 * time.processor / static_cast<double>(customers), peak_kib(), crowd.rating_sum);
}

}  // namespace
}  // namespace mot

int main(int argc, char** argv) {
  // A smaller crowd for a quick look: crowd_bench 100000
  const std::int64_t most = argc > 1 ? std::atoll(argv[1]) : 10'000'000;
  if (most < 1 || most > mot::kMostCustomers) {
    fmt::print(stderr, "usage: crowd_bench [CUSTOMERS]\n");
    return 2;
  }
  fmt::print("{:>8} {:>12} {:>8} {:>10} {:>14} {:>12} {:>10} {:>12}\n", "moments", "customers",
             "threads", "ms", "processor ms", "ns/customer", "peak KiB", "checksum");
  for (const std::int64_t customers : {most / 100, most / 10, most}) {
    for (const unsigned threads : {1U, 2U})
      mot::measure(12, customers > 0 ? customers : 1, threads);
  }
  for (const std::size_t moments : {1U, 100U, 500U}) mot::measure(moments, most, 2);
  return 0;
}
