// What a trainer asks of many attempts: how likely these customers would be to recommend, what
// moved that, who got how far, and where each trainee is weakest. Implements docs/records.md,
// "The report".
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/outcome/nps.h"
#include "engine/records/attempt.h"

namespace mot {

/// Answers of one week or of one group.
struct AnswersOf {
  /// The week's Monday, "2026-11-16", or the group, which may be empty.
  std::string name;
  NpsCounts answers;

  friend bool operator==(const AnswersOf&, const AnswersOf&) = default;
};

/// How a moment moved the NPS of all answers.
struct MomentEffect {
  std::string scenario;
  std::string moment;
  /// Answers after an encounter with it.
  std::int64_t answers = 0;
  /// Points of the NPS, against every such moment just meeting what was expected.
  double effect = 0;
  /// Of a 95 % interval by the normal approximation.
  double half_width = 0;

  /// Zero lies outside the interval.
  bool is_clear() const { return effect > half_width || -effect > half_width; }
};

/// How many learners got how far.
struct Funnel {
  std::size_t started = 0;
  std::size_t finished = 0;
  /// Passed one scenario, and every scenario that somebody of these attempts has played.
  std::size_t passed_one = 0;
  std::size_t passed_all = 0;

  friend bool operator==(const Funnel&, const Funnel&) = default;
};

struct Trainee {
  /// May be empty: those without a name, together.
  std::string name;
  std::size_t attempts = 0;
  std::size_t scenarios = 0;
  /// Mean over scenarios of the best score, 0 … 100; nothing where there is none.
  std::optional<double> score;
  /// The latest scores by time, at most kTrend.
  std::vector<double> trend;
  /// Where most points were lost on average; empty where none was.
  std::string weakest_scenario;
  std::string weakest_moment;
};

/// How often a response was taken: at all, in first and in latest attempts of learners.
struct ResponseSplit {
  std::string response;
  std::int64_t all = 0;
  std::int64_t first = 0;
  std::int64_t latest = 0;
};

/// A moment of the one scenario that is asked about.
struct MomentSplit {
  std::string moment;
  std::int64_t choices = 0;
  /// Graded best or good; of `graded` choices.
  std::int64_t right = 0;
  std::int64_t graded = 0;
  std::int64_t timed_out = 0;
  /// Of those that were measured; nothing where none was.
  std::optional<double> median_seconds;
  /// By how often they were taken.
  std::vector<ResponseSplit> responses;
};

struct Cohort {
  /// Attempts that count; those that do not (a room's, what-ifs, those without an ending) are in
  /// `uncounted`.
  std::size_t attempts = 0;
  std::size_t uncounted = 0;
  /// Days of the first and the last attempt; empty where there is none.
  std::string from;
  std::string to;
  NpsCounts answers;
  std::vector<AnswersOf> weeks;
  std::vector<AnswersOf> groups;
  /// By effect, the highest first; none below kFewestForNps answers.
  std::vector<MomentEffect> effects;
  Funnel funnel;
  /// By name.
  std::vector<Trainee> trainees;
  /// The scenario whose moments are split; empty: none's.
  std::string scenario;
  /// In the order they first came.
  std::vector<MomentSplit> moments;
};

/// Adds attempts up, one after the other and in any order.
class CohortTally {
 public:
  static constexpr std::size_t kTrend = 8;
  /// `pass`: the score that passes. `scenario`: whose moments are split; empty: none's.
  explicit CohortTally(double pass = 60, std::string scenario = {})
      : pass_(pass), scenario_(std::move(scenario)) {}

  void add(const Attempt& attempt);
  Cohort result() const;

 private:
  using MomentKey = std::pair<std::string, std::string>;
  struct Effect {
    std::int64_t answers = 0;
    std::int64_t sum = 0;
    std::int64_t squares = 0;
  };
  struct Loss {
    double regret = 0;
    std::int64_t choices = 0;
  };
  struct Person {
    std::size_t attempts = 0;
    bool finished = false;
    /// Started and score.
    std::vector<std::pair<std::string, double>> scores;
    std::map<std::string, std::optional<double>> best;
    std::map<MomentKey, Loss> losses;
  };
  struct Split {
    std::size_t order = 0;
    MomentSplit counts;
    std::vector<double> seconds;
    std::map<std::string, std::int64_t> all;
  };
  /// One learner's first and latest attempt at the scenario that is split.
  struct Ends {
    std::string first_started;
    std::string latest_started;
    std::vector<std::string> first;
    std::vector<std::string> latest;
  };

  void add_answer(const Attempt& attempt);
  void add_effects(const Attempt& attempt);
  void add_person(const Attempt& attempt);
  void add_splits(const Attempt& attempt);
  std::vector<MomentEffect> effects() const;
  Funnel funnel() const;
  Trainee trainee(const std::string& name, const Person& person) const;
  std::vector<MomentSplit> splits() const;

  double pass_;
  std::string scenario_;
  Cohort cohort_;
  std::map<std::string, NpsCounts> weeks_;
  std::map<std::string, NpsCounts> groups_;
  std::map<MomentKey, Effect> effects_;
  std::map<std::string, Person> people_;
  std::set<std::string> scenarios_;
  std::map<std::string, Split> splits_;
  std::map<std::string, Ends> ends_;
};

/// The Monday of a time's week, "2026-11-16"; empty where it is no time.
std::string week_of(const std::string& time);

}  // namespace mot
