#include "game/stage/library_shelf.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

namespace mot {
namespace {

// Easy and short ones first.
void sort_for_menu(std::vector<ScenarioGlance>& glances) {
  std::stable_sort(glances.begin(), glances.end(), [](const auto& a, const auto& b) {
    return std::tie(a.difficulty, a.minutes) < std::tie(b.difficulty, b.minutes);
  });
}

}  // namespace

LibraryShelf::LibraryShelf(LoadOptions options, std::string language)
    : options_(std::move(options)), language_(std::move(language)), thread_([this] { work(); }) {}

LibraryShelf::~LibraryShelf() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    closing_ = true;
  }
  thread_.join();
}

void LibraryShelf::work() {
  std::vector<ScenarioGlance> glances = glance_at_library(options_.library, language_);
  sort_for_menu(glances);
  // In the order in which they are shown; then what was overlooked.
  std::deque<std::string> files;
  for (const ScenarioGlance& seen : glances) files.push_back(seen.path);
  const std::set<std::string> known(files.begin(), files.end());
  for (std::string& file : scenario_files(options_.library)) {
    if (known.count(file) == 0) files.push_back(std::move(file));
  }
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    arrived_glances_ = std::move(glances);
    has_glanced_ = true;
  }
  LibraryReader reader(options_);
  while (!files.empty()) {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      if (closing_) return;
      const auto wanted = std::find(files.begin(), files.end(), std::exchange(wanted_, {}));
      if (wanted != files.end()) std::rotate(files.begin(), wanted, wanted + 1);
    }
    auto scenario = reader.read(files.front());
    if (scenario) {
      const std::lock_guard<std::mutex> lock(mutex_);
      if (*scenario) {
        arrived_.push_back({files.front(), *std::move(scenario)});
      } else {
        arrived_left_out_.push_back(files.front());
      }
    }
    files.pop_front();
  }
  const std::lock_guard<std::mutex> lock(mutex_);
  finished_ = true;
  finished_now_.notify_all();
}

bool LibraryShelf::step() {
  if (complete_) {
    return false;
  }
  std::vector<LibraryScenario> arrived;
  bool news = false;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (!glanced_ && has_glanced_) {
      glances_ = std::move(arrived_glances_);
      glanced_ = news = true;
    }
    arrived.swap(arrived_);
    complete_ = finished_;
    if (complete_) {
      left_out_ = std::move(arrived_left_out_);
    }
  }
  for (LibraryScenario& one : arrived) {
    by_id_[std::string(one.scenario->id)] = one.scenario;
    scenarios_.push_back(std::move(one));
  }
  if (complete_) {
    std::sort(scenarios_.begin(), scenarios_.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
    std::sort(left_out_.begin(), left_out_.end());
    glances_.clear();
    for (const LibraryScenario& one : scenarios_) {
      glances_.push_back(glance_at(*one.scenario, Reading(*one.scenario, language_)));
      glances_.back().path = one.path;
    }
    sort_for_menu(glances_);
  }
  return news || complete_ || !arrived.empty();
}

std::shared_ptr<const Scenario> LibraryShelf::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

void LibraryShelf::hurry(std::string_view id) {
  const auto seen = std::find_if(glances_.begin(), glances_.end(),
                                 [&](const ScenarioGlance& glance) { return glance.id == id; });
  if (seen != glances_.end()) {
    const std::lock_guard<std::mutex> lock(mutex_);
    wanted_ = seen->path;
  }
}

const std::vector<LibraryScenario>& LibraryShelf::all() {
  {
    std::unique_lock<std::mutex> lock(mutex_);
    finished_now_.wait(lock, [this] { return finished_; });
  }
  step();
  return scenarios_;
}

}  // namespace mot
