// What a trainer asks of many attempts: how likely these customers would be to recommend, what
// moved that, who got how far, and where each trainee is weakest. Implements docs/records.md,
// "The report".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/outcome/nps.h"
#include "engine/records/summary_table.h"
#include "engine/scenario/course.h"

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
  /// All of their own, finished or not; Cohort::attempts has only those that count.
  std::size_t attempts = 0;
  std::size_t scenarios = 0;
  /// Scenarios passed.
  std::size_t passed = 0;
  /// Mean over scenarios of the best score that counts, 0 … 100; nothing where there is none.
  std::optional<double> score;
  /// The latest scores by time, at most kTrend, whether they count or not.
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
  /// Mean points of satisfaction lost here; nothing where the scenario was not solved.
  std::optional<double> lost;
  /// Correlation of doing well here with doing well elsewhere in the encounter; nothing below
  /// ItemOptions::fewest attempts.
  std::optional<double> discrimination;
  /// By how often they were taken.
  std::vector<ResponseSplit> responses;
};

struct Cohort {
  /// Attempts that count; those that do not (a room's, what-ifs, those without an ending, those
  /// that the question leaves out) are in `uncounted`.
  std::size_t attempts = 0;
  std::size_t uncounted = 0;
  /// Scenarios that were played: who passed so many has passed them all.
  std::size_t scenarios = 0;
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

/// Scores of a trainee's trend.
inline constexpr std::size_t kTrend = 8;

/// What is asked.
struct CohortQuestion {
  /// Only of this learner, this group, this session; from this day on, before that day. What is
  /// empty asks for all.
  std::optional<std::string> learner;
  std::optional<std::string> group;
  std::string session;
  std::string since;
  std::string before;
  /// The scenario whose moments are split; empty: none's.
  std::string scenario;
  /// Of each learner at each scenario only this attempt counts, of all that the table has, whatever
  /// days, group and session are asked about: for answers, effects and scores.
  /// How far people came, and what they chose, is told of all attempts. Nothing: all count.
  std::optional<CountedAttempt> counts;
  /// The score that passes.
  double pass = 60;

  friend bool operator==(const CohortQuestion&, const CohortQuestion&) = default;
};

/// Adds attempts up.
Cohort cohort_of(const SummaryTable& table, const CohortQuestion& question);

/// The `most` largest effects, whatever their sign, from the highest to the lowest: where there is
/// no room for all.
std::vector<MomentEffect> largest_effects(std::vector<MomentEffect> effects, std::size_t most);

}  // namespace mot
