// Solves a scenario while it is being played, on a thread of its own, so that the best play is
// known when the encounter is over. One for a front end; it works on one scenario at a time and
// keeps what it solved last.
#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "engine/analysis/solve.h"

namespace mot {

/// A scenario with its solution. Queries of the solution fill caches: one thread at a time.
struct SolvedScenario {
  SolvedScenario(std::shared_ptr<const Scenario> solved, const SolveOptions& options)
      : scenario(std::move(solved)), program(*scenario), solution(program, options) {}
  SolvedScenario(const SolvedScenario&) = delete;
  SolvedScenario& operator=(const SolvedScenario&) = delete;

  std::shared_ptr<const Scenario> scenario;
  Program program;
  Solution solution;
};

/// Safe to call from one thread; the work is done on another.
class BackgroundSolver {
 public:
  /// `options.limits.cancel` is not used: want() and give_up() are.
  explicit BackgroundSolver(SolveOptions options = {});
  /// Gives up and waits for the thread, which looks whether to stop all the time.
  ~BackgroundSolver();
  BackgroundSolver(const BackgroundSolver&) = delete;
  BackgroundSolver& operator=(const BackgroundSolver&) = delete;

  /// From now on this scenario is what matters: work on another is given up. Never waits. What is
  /// solved or being solved already is not begun again.
  void want(std::shared_ptr<const Scenario> scenario);
  /// Nobody waits any more: work that is not done is dropped, what is solved is kept. Never waits.
  void give_up();

  /// The scenario was asked for with want() and is not done yet.
  bool working() const;
  /// The wanted scenario, once it is done: also where its solution is not exact. Null while
  /// working, where nothing is wanted, and where the machine had no memory or thread for it.
  std::shared_ptr<SolvedScenario> solved() const;
  /// The same, waiting for it so long at most.
  std::shared_ptr<SolvedScenario> wait(std::chrono::milliseconds at_most) const;

 private:
  void work();

  const SolveOptions options_;
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::shared_ptr<const Scenario> wanted_;
  std::shared_ptr<SolvedScenario> solved_;
  /// For the worker to take apart: that takes its time where it is large.
  std::shared_ptr<SolvedScenario> discarded_;
  /// The worker has taken up what is wanted; there was no memory or no thread for it.
  bool taken_ = false;
  bool failed_ = false;
  bool ends_ = false;
  std::atomic<bool> cancel_{false};
  std::thread worker_;
};

}  // namespace mot
