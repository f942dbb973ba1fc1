// What is to be said of a scenario while somebody writes it: its faults at once, then what best and
// worst play come to, then its smells. Worked out on a thread of its own; the latest text wins.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "engine/analysis/smells.h"
#include "engine/base/diagnostic.h"
#include "engine/base/yaml.h"
#include "engine/outcome/nps.h"
#include "engine/scenario/loader.h"

namespace mot {

/// The text to be checked, and the choices whose crowd is asked for.
struct CheckedText {
  /// The caller's number of the text; what is found carries it.
  std::uint64_t version = 0;
  /// Names the text in findings and says where its neighbours are.
  std::string path;
  std::string text;
  /// "moment.response" from the start on, with the luck of seed 1; may stop before an ending.
  std::vector<std::string> choices;
  /// Texts of neighbours that are not in their files yet, by path.
  std::map<std::string, std::string> unsaved{};
  /// What the text is as YAML, its source named by `path` and nothing wrong with it, where it was
  /// read already: `text` is not looked at then.
  std::shared_ptr<const YamlDocument> document{};
};

/// A way through the scenario and what simulated customers say of it.
struct CheckedWay {
  /// Choices, "moment.response" each.
  std::vector<std::string> choices;
  /// It leads to an ending.
  bool ends = false;
  /// Satisfaction 1 … 10; of best and worst play expected over fate.
  std::optional<double> satisfaction;
  /// Of a crowd of 1,000; nothing where nothing is scored.
  std::optional<NpsCounts> answers;
};

/// What is known so far. Never changed once it was handed out.
struct LiveFindings {
  std::uint64_t version = 0;
  /// Null where the text has errors.
  std::shared_ptr<const Scenario> scenario;
  /// Of this file and of the neighbours it names, sorted.
  std::vector<Diagnostic> findings;
  std::size_t errors = 0;
  std::size_t warnings = 0;

  /// Best and worst play were looked for; nothing in them where that is not known exactly.
  bool solved = false;
  bool exact = false;
  std::optional<CheckedWay> best;
  std::optional<CheckedWay> worst;
  /// The choices asked for, as far as they can be made.
  std::optional<CheckedWay> current;

  /// Smells were looked for.
  bool smelled = false;
  std::vector<Smell> smells;

  /// It was given up for want of memory: what is not here is not known, and will not be.
  bool failed = false;

  /// Nothing more will come.
  bool complete() const { return smelled || failed || !scenario; }
};

/// Safe to call from one thread; the work is done on another.
class LiveCheck {
 public:
  explicit LiveCheck(LoadOptions options) : options_(std::move(options)) {}
  /// Gives up and waits for the thread.
  ~LiveCheck();
  LiveCheck(const LiveCheck&) = delete;
  LiveCheck& operator=(const LiveCheck&) = delete;

  /// From now on this text is what matters; work on another is given up. Never waits.
  void want(CheckedText text);
  /// Something is wanted and not complete.
  bool working() const;
  /// The latest that is known, also of a text before the wanted one; null at first.
  std::shared_ptr<const LiveFindings> latest() const;

 private:
  void work();
  void check(const CheckedText& text, LiveFindings& found);
  void give_up(LiveFindings found, std::shared_ptr<LiveFindings> spare);
  bool hand_out(const LiveFindings& findings);

  const LoadOptions options_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<CheckedText> wanted_;
  /// Room for what is said of it where there is no memory any more.
  std::shared_ptr<LiveFindings> spare_;
  std::shared_ptr<const LiveFindings> latest_;
  bool working_ = false;
  bool ends_ = false;
  std::atomic<bool> cancel_{false};
  std::thread worker_;
};

}  // namespace mot
