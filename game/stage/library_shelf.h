// The scenarios of the library, read on another thread: at a glance first, so that they can be
// shown at once, then one by one, those that somebody waits for before the others.
#pragma once

#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "engine/scenario/glance.h"
#include "engine/scenario/library.h"

namespace mot {

class LibraryShelf {
 public:
  // Begins to read; titles at a glance are in that language.
  LibraryShelf(LoadOptions options, std::string language);
  ~LibraryShelf();
  LibraryShelf(const LibraryShelf&) = delete;
  LibraryShelf& operator=(const LibraryShelf&) = delete;

  // Takes over what was read since the last call; true where that was anything. Once a frame.
  bool step();
  // Whether glances() are known; an empty library has none.
  bool glanced() const { return glanced_; }
  // Easy and short ones first. As read by lines until complete(), exact from then on: what cannot
  // be played is gone, what was overlooked is there.
  const std::vector<ScenarioGlance>& glances() const { return glances_; }
  // Whether all scenarios are read.
  bool complete() const { return complete_; }
  // Null: not read yet, or none of that id.
  std::shared_ptr<const Scenario> find(std::string_view id) const;
  // Files that may be scenarios and have errors, by path; known when complete().
  const std::vector<std::string>& left_out() const { return left_out_; }
  // Reads that one next.
  void hurry(std::string_view id);
  // All of them by path; waits until they are read.
  const std::vector<LibraryScenario>& all();

 private:
  void work();

  const LoadOptions options_;
  const std::string language_;
  // Of the thread that shows.
  std::vector<ScenarioGlance> glances_;
  std::vector<LibraryScenario> scenarios_;
  std::map<std::string, std::shared_ptr<const Scenario>, std::less<>> by_id_;
  std::vector<std::string> left_out_;
  bool glanced_ = false;
  bool complete_ = false;
  // Between the two.
  std::mutex mutex_;
  std::condition_variable finished_now_;
  std::vector<ScenarioGlance> arrived_glances_;
  std::vector<LibraryScenario> arrived_;
  std::vector<std::string> arrived_left_out_;
  std::string wanted_;  // the file to read next; empty: none
  bool has_glanced_ = false;
  bool finished_ = false;
  bool closing_ = false;
  std::thread thread_;
};

}  // namespace mot
