#include "engine/analysis/background_solver.h"

#include <exception>
#include <system_error>
#include <utility>

namespace mot {

BackgroundSolver::BackgroundSolver(SolveOptions options) : options_(std::move(options)) {}

BackgroundSolver::~BackgroundSolver() {
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
    cancel_ = true;
  }
  changed_.notify_all();
  if (worker_.joinable()) worker_.join();
}

void BackgroundSolver::want(std::shared_ptr<const Scenario> scenario) {
  const std::lock_guard lock(mutex_);
  if (wanted_ == scenario && !failed_) return;
  wanted_ = std::move(scenario);
  failed_ = false;
  taken_ = false;
  // The worker looks what is wanted when it has stopped.
  cancel_ = true;
  if (solved_) discarded_ = std::move(solved_);
  if (!worker_.joinable()) {
    try {
      worker_ = std::thread([this] { work(); });
    } catch (const std::system_error&) {
      failed_ = true;
    }
  }
  changed_.notify_all();
}

void BackgroundSolver::give_up() {
  const std::lock_guard lock(mutex_);
  if (solved_) return;
  wanted_ = nullptr;
  cancel_ = true;
}

bool BackgroundSolver::working() const {
  const std::lock_guard lock(mutex_);
  return wanted_ && !solved_ && !failed_;
}

std::shared_ptr<SolvedScenario> BackgroundSolver::solved() const {
  const std::lock_guard lock(mutex_);
  return solved_;
}

std::shared_ptr<SolvedScenario> BackgroundSolver::wait(std::chrono::milliseconds at_most) const {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, at_most, [this] { return !wanted_ || solved_ || failed_; });
  return solved_;
}

void BackgroundSolver::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return ends_ || (wanted_ && !taken_); });
    if (ends_) return;
    taken_ = true;
    cancel_ = false;
    std::shared_ptr<SolvedScenario> discarded = std::move(discarded_);
    const std::shared_ptr<const Scenario> scenario = wanted_;
    SolveOptions options = options_;
    options.limits.cancel = &cancel_;
    lock.unlock();
    discarded.reset();
    std::shared_ptr<SolvedScenario> done;
    try {
      done = std::make_shared<SolvedScenario>(scenario, options);
    } catch (const std::exception&) {
      // No memory: the play goes on without it.
    }
    if (done && done->solution.cancelled()) done = nullptr;
    lock.lock();
    if (wanted_ != scenario || cancel_) {
      discarded_ = std::move(done);
      continue;
    }
    failed_ = !done;
    solved_ = std::move(done);
    changed_.notify_all();
  }
}

}  // namespace mot
