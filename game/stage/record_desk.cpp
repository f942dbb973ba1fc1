#include "game/stage/record_desk.h"

#include <utility>

namespace mot {

RecordDesk::RecordDesk(RecordsPlace place, std::string plays_folder, ScenarioShelf::Load load)
    : keeper_(std::move(place)),
      plays_folder_(std::move(plays_folder)),
      shelf_(std::move(load)),
      thread_([this] { work(); }) {}

RecordDesk::~RecordDesk() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    closing_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void RecordDesk::keep(Playthrough play,
                      std::string path,
                      std::shared_ptr<const Scenario> scenario) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    jobs_.push_back({std::move(play), std::move(path), std::move(scenario)});
  }
  wake_.notify_one();
}

Kept RecordDesk::latest() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return latest_;
}

std::size_t RecordDesk::kept() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return kept_;
}

void RecordDesk::work() {
  // What is in the way of these is in the way of the next play, too, and said then.
  (void)keeper_.send_waiting();
  if (keeper_.place().store.empty()) (void)keeper_.take_in(plays_folder_, shelf_);
  std::unique_lock<std::mutex> lock(mutex_);
  while (true) {
    wake_.wait(lock, [this] { return closing_ || !jobs_.empty(); });
    if (jobs_.empty()) return;
    const Job job = std::move(jobs_.front());
    jobs_.pop_front();
    lock.unlock();
    keep_now(job);
    lock.lock();
  }
}

void RecordDesk::keep_now(const Job& job) {
  // The scenario that was played, wherever it came from, not the library's of the same name.
  ScenarioShelf played([&](const std::string&) { return job.scenario; });
  Attempt attempt = attempt_of(job.play, job.path);
  if (auto score = score_again(job.play, played)) attempt.score = std::move(*score);
  Kept kept = keeper_.keep(attempt);
  const std::lock_guard<std::mutex> lock(mutex_);
  latest_ = std::move(kept);
  ++kept_;
}

}  // namespace mot
