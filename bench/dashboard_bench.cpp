// How long a trainer's figures over many attempts take: read from the store, and counted.
// Usage: dashboard_bench STORE [ATTEMPTS]    makes so many attempts there first; 0: uses what is
// there
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "engine/records/cohort.h"
#include "engine/records/store.h"
#include "tests/support/numbered_attempt.h"

namespace mot {
namespace {

constexpr std::size_t kLearners = 1'000;
constexpr std::size_t kScenarios = 12;
constexpr int kRounds = 5;

/// Twelve or thirteen choices, so that 80,000 attempts have a million.
Attempt made_attempt(std::size_t number) {
  Attempt attempt = test::numbered_attempt(number);
  attempt.play.learner = fmt::format("learner {}", number * 7919 % kLearners);
  attempt.play.scenario = fmt::format("scenario-{}", number % kScenarios);
  attempt.group = fmt::format("group {}", number % kLearners % 9);
  attempt.play.started = fmt::format("2026-{:02}-{:02}T{:02}:{:02}:00Z", 1 + number / 7000 % 12,
                                     1 + number / 250 % 28, number / 60 % 24, number % 60);
  const PlayedChoice choice = attempt.play.choices.front();
  const ScoredChoice scored = attempt.score->choices.front();
  attempt.play.choices.clear();
  attempt.score->choices.clear();
  for (std::size_t i = 0; i < 12 + number % 2; ++i) {
    attempt.play.choices.push_back(choice);
    attempt.play.choices.back().choice = fmt::format("moment-{}.response-{}", i, (number + i) % 4);
    attempt.score->choices.push_back(scored);
    attempt.score->choices.back().regret = static_cast<double>((number + i) % 5) / 10;
    attempt.score->choices.back().recommend_if_met = static_cast<int>((number / 3 + i) % 11);
  }
  return attempt;
}

void fail(const Refusal& refusal) {
  fmt::print(stderr, "{}\n", refusal.message);
  std::exit(3);
}

void fill(Store& store, std::size_t count) {
  constexpr std::size_t kBatch = 500;
  std::vector<Attempt> batch;
  for (std::size_t i = 0; i < count; ++i) {
    batch.push_back(made_attempt(i));
    if (batch.size() < kBatch && i + 1 < count) continue;
    if (const auto put = store.put(batch); !put) fail(put.error());
    batch.clear();
  }
}

/// The least and the median of some rounds.
void report(const char* what, const std::function<void()>& work) {
  std::vector<double> taken;
  const std::clock_t processor = std::clock();
  for (int i = 0; i < kRounds; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    taken.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
            .count());
  }
  std::sort(taken.begin(), taken.end());
  const double worked = 1000.0 * static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC;
  fmt::print("{}: least {:.0f} ms, median {:.0f} ms, processor {:.0f} ms\n", what, taken.front(),
             taken[kRounds / 2], worked / kRounds);
}

void measure(Store& store) {
  SummaryTable table;
  report("summaries read", [&] {
    Result<SummaryTable> read = summaries_in(store);
    if (!read) fail(read.error());
    table = std::move(*read);
  });
  std::size_t choices = 0;
  for (const SummaryRow& row : table.rows()) choices += row.count;
  fmt::print("{} attempts, {} choices\n", table.rows().size(), choices);
  Cohort cohort;
  report("all figures counted", [&] { cohort = cohort_of(table, {}); });
  CohortQuestion question;
  question.scenario = "scenario-3";
  question.counts = CountedAttempt::best;
  report("and one scenario's moments, the best attempts",
         [&] { cohort = cohort_of(table, question); });
  fmt::print("{} trainees, {} touchpoints, {} weeks\n", cohort.trainees.size(),
             cohort.effects.size(), cohort.weeks.size());
}

}  // namespace
}  // namespace mot

int main(int argc, char** argv) {
  std::size_t count = 0;
  const auto is_count = [&](const char* word) {
    const char* const end = word + std::strlen(word);
    const auto read = std::from_chars(word, end, count);
    return read.ec == std::errc() && read.ptr == end;
  };
  // Else "--help" would be a file of that name, and what was meant for a number measured nothing.
  if (argc < 2 || argc > 3 || argv[1][0] == '-' || (argc == 3 && !is_count(argv[2]))) {
    fmt::print(stderr, "usage: dashboard_bench STORE [ATTEMPTS]\n");
    return 2;
  }
  auto store = mot::open_store(argv[1]);
  if (!store) mot::fail(store.error());
  if (count > 0) mot::fill(**store, count);
  mot::measure(**store);
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  fmt::print("most memory: {} MB\n", usage.ru_maxrss / 1024);
  return 0;
}
