// What the kept playthroughs say of each scenario: the best result and where one was left. Found
// out a bit at a time, so that the library opens at once.
#pragma once

#include <functional>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/encounter/program.h"
#include "engine/records/play_folder.h"

namespace mot {

// One play that is over, as it would be scored now.
struct FinishedPlay {
  KeptPlay kept;
  int satisfaction = 0;  // hundredths
  int recommend = 0;
};

// One play to go on with.
struct UnfinishedPlay {
  KeptPlay kept;
  int stage = -1;  // from 0, or −1 where the scenario has no stages
  int stages = 0;
  int choices = 0;
};

struct ScenarioResults {
  std::optional<FinishedPlay> best;
  std::optional<FinishedPlay> latest;
  // Only where nothing newer of the scenario was played: whoever began again does not want to be
  // asked about the older one.
  std::optional<UnfinishedPlay> unfinished;
  std::string newest;  // when the newest play began
  // By trainer's session (empty: none) the newest exam, also where something newer was played;
  // nothing where it is over.
  std::map<std::string, std::optional<UnfinishedPlay>> exams;
};

class PlayResults {
 public:
  // Starts reading the folder on another thread; only the plays of that learner count.
  explicit PlayResults(const std::string& folder, std::string learner = {});

  // A scenario by its id; nothing where it is not known yet, null where there is none.
  using Find = std::function<std::optional<std::shared_ptr<const Scenario>>(const std::string& id)>;
  // Looks at one more play; true when something changed. Waits, false, for a scenario that is not
  // known yet.
  bool step(const Find& find);
  bool done() const { return read_ && next_ == plays_.size(); }
  const ScenarioResults& of(std::string_view scenario) const;
  // The scenario with the newest play to go on with, or empty.
  std::string to_continue() const;

 private:
  struct Compiled {
    std::shared_ptr<const Scenario> scenario;
    std::unique_ptr<Program> program;
  };
  // Nothing: not known yet.
  std::optional<const Program*> program_of(const Find& find, const std::string& id);
  void look_at(const Program& program, KeptPlay& play, bool newest);

  std::string learner_;
  std::future<std::vector<KeptPlay>> coming_;
  std::vector<KeptPlay> plays_;  // newest first
  std::size_t next_ = 0;
  bool read_ = false;
  std::map<std::string, Compiled, std::less<>> programs_;
  std::map<std::string, ScenarioResults, std::less<>> results_;
};

}  // namespace mot
