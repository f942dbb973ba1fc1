// Puts plays that are over into the records, on a thread of its own, so that nobody waits for a
// solution, a disk or a server.
#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "engine/records/keep_attempts.h"

namespace mot {

class RecordDesk {
 public:
  // `load` finds a scenario of the library by id; called on the desk's thread. With the default
  // store, plays in `plays_folder` that were never recorded are taken in first.
  RecordDesk(RecordsPlace place, std::string plays_folder, ScenarioShelf::Load load);
  // Waits until all is kept.
  ~RecordDesk();
  RecordDesk(const RecordDesk&) = delete;
  RecordDesk& operator=(const RecordDesk&) = delete;

  // Keeps a play that is over; again for one that is told more about. `path` is its file.
  void keep(Playthrough play, std::string path, std::shared_ptr<const Scenario> scenario);

  // What became of the last play that was kept; stored where there was none yet.
  Kept latest() const;
  // How many plays were kept so far: who has read the records reads them again when it grows.
  std::size_t kept() const;

 private:
  struct Job {
    Playthrough play;
    std::string path;
    std::shared_ptr<const Scenario> scenario;
  };
  void work();
  void keep_now(const Job& job);

  AttemptKeeper keeper_;
  std::string plays_folder_;
  ScenarioShelf shelf_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> jobs_;
  Kept latest_;
  std::size_t kept_ = 0;
  bool closing_ = false;
  std::thread thread_;
};

}  // namespace mot
