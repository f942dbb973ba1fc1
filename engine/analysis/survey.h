// One walk over all states that were found: which moments are entered, which responses are offered,
// which conditions hold or fail, and after which choices. The smells and `mot analyse` read it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/analysis/state_graph.h"

namespace mot {

/// A choice in a state: the place where something was seen. No response: before the first choice,
/// or on arriving in the state.
struct SeenAt {
  StateId state = kNoState;
  ResponseIndex response = kNone;
};

/// What was seen of a scenario.
struct Survey {
  /// How a condition came out so far: bits.
  enum Outcome : unsigned char { held = 1, failed = 2 };

  /// By moment: it was entered.
  std::vector<char> entered;
  /// By response: it was on offer.
  std::vector<char> offered;
  /// By the first op of a condition: Outcome bits, and where the condition was first asked.
  std::vector<unsigned char> outcomes;
  std::vector<SeenAt> asked_at;

  unsigned char outcome(CodeRange condition) const { return outcomes[condition.first]; }
  const SeenAt& first_asked(CodeRange condition) const { return asked_at[condition.first]; }
};

/// Walks the graph. Conditions of texts are only right on a graph that keeps what texts read.
Survey survey(const StateGraph& graph);

/// A graph and what was seen while it was explored: the same as survey() of it, where it is
/// complete.
struct SurveyedGraph {
  std::unique_ptr<StateGraph> graph;
  Survey seen;
};

/// Explores a graph that keeps what texts read, and surveys it on the way.
SurveyedGraph explore_and_survey(const Program& program, const GraphLimits& limits);

/// Names of the choices that lead to what was seen.
std::vector<std::string> path_to(const StateGraph& graph, const SeenAt& seen);

/// What `mot analyse` says of one moment.
struct MomentRange {
  MomentIndex moment = kNone;
  bool reachable = false;
  /// Of the responses that can be on offer, hundredths; meaningful where scored and reachable.
  int lowest_gap = 0;
  int highest_gap = 0;
};

/// One entry a moment, in the file's order.
std::vector<MomentRange> moment_ranges(const Program& program, const Survey& seen);

}  // namespace mot
