// The rules by idea, one .cpp each, and what they share. Only smells*.cpp include this.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analysis/ending_ranges.h"
#include "engine/analysis/looks.h"
#include "engine/analysis/smells.h"
#include "engine/analysis/survey.h"

namespace mot {

/// What a smell is about.
struct SmellPlace {
  MomentIndex moment = kNone;
  ResponseIndex response = kNone;
};

/// States that best play can come to, whatever fate brings, and what it chooses there.
struct BestPlay {
  struct At {
    State state;
    /// Index of the state before, or −1 (as unsigned).
    std::size_t from = 0;
    ResponseIndex by = kNone;
    std::vector<ResponseIndex> best;
    /// Places in BestPlay::states; empty at an ending.
    std::vector<std::size_t> next;
  };
  static constexpr std::size_t kNoneBefore = static_cast<std::size_t>(-1);
  std::vector<At> states;
  bool complete = false;
};

/// What all rules read, and where they put what they find.
struct SmellSearch {
  const Program& program;
  const Scenario& scenario;
  Solution& solution;
  const SmellOptions& options;
  /// The states looked at; all there are where `complete`.
  const StateGraph& graph;
  bool complete = false;
  /// The graph keeps what texts read.
  bool texts = false;
  /// Turns are told apart: no state comes back, and the 500th has no choices.
  bool turns = false;
  Survey seen;
  std::optional<std::vector<EndingRange>> endings;
  std::vector<Look> looks;
  BestPlay best_play;
  /// Rules add from two threads.
  std::mutex adding{};
  std::vector<Smell> found;

  const Moment& moment(MomentIndex m) const {
    return scenario.moments[static_cast<std::size_t>(m)];
  }
  const Response& response(ResponseIndex r) const {
    return scenario.responses[static_cast<std::size_t>(r)];
  }
  void add(std::string_view code,
           Severity severity,
           SmellPlace place,
           std::string message,
           std::string hint,
           std::vector<std::string> witness = {});
};

/// What can be reached, from any number of states.
template <class Goal>
std::vector<char> leading_to(const StateGraph& graph, Goal goal) {
  std::vector<char> leads(graph.size(), 0);
  const std::vector<StateId>& order = graph.order();
  // Targets come first, and a circle leads where any of its states does.
  for (std::size_t first = 0; first < order.size();) {
    std::size_t last = first;
    char any = 0;
    for (; last < order.size() && graph.component(order[last]) == graph.component(order[first]);
         ++last) {
      if (goal(order[last])) any = 1;
      for (const GraphChoice& choice : graph.choices(order[last])) {
        for (const GraphTarget& target : graph.targets(choice)) {
          if (leads[target.state] != 0) any = 1;
        }
      }
    }
    for (; first < last; ++first) leads[order[first]] = any;
  }
  return leads;
}

// smell_ground.cpp: what the rules read.
void follow_best_play(SmellSearch& search);
std::vector<std::string> path_of_best_play(const SmellSearch& search, std::size_t at);

// The rules.
void find_graph_smells(SmellSearch& search);
void find_condition_smells(SmellSearch& search);
void find_value_smells(SmellSearch& search);
void find_judgement_smells(SmellSearch& search);
void find_text_smells(SmellSearch& search);

}  // namespace mot
