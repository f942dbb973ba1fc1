// Every way on: each response of a state, and after it each sequence of branches of fate. What
// exploring a graph and surveying one go over.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/encounter/step.h"

namespace mot {

/// Sequences of branches of fate that one choice may be followed by; past it nothing is complete.
inline constexpr std::size_t kMostFates = 65'536;

/// Fate that takes one sequence of branches after another, depth first in the order of the
/// branches. The program must outlive it.
class AllFates {
 public:
  explicit AllFates(const Program& program) : program_(program) {}

  /// Goes over to the first or next sequence; false after the last.
  bool next() {
    at_ = 0;
    if (!started_) return started_ = true;
    while (!path_.empty() && path_.back().branch + 1 == path_.back().branches) path_.pop_back();
    if (path_.empty()) return false;
    ++path_.back().branch;
    return true;
  }

  /// For follow(): the branch that this sequence takes.
  std::int32_t operator()(MomentIndex moment, std::int32_t, std::int32_t) {
    if (at_ == path_.size()) path_.push_back({moment, 0, program_.stop(moment).range.count});
    return static_cast<std::int32_t>(path_[at_++].branch);
  }

  /// Of the sequence that was followed: the product of its odds. Over all sequences it sums to 1.
  double probability() const {
    const Scenario& scenario = program_.scenario();
    double product = 1;
    for (const Met& met : path_) {
      const auto branches =
          scenario.branches_of(scenario.moments[static_cast<std::size_t>(met.moment)]);
      double sum = 0;
      for (const FateBranch& branch : branches) sum += branch.odds;
      product *= branches[met.branch].odds / sum;
    }
    return product;
  }

 private:
  struct Met {
    MomentIndex moment;
    std::uint32_t branch;
    std::uint32_t branches;
  };
  const Program& program_;
  std::vector<Met> path_;
  std::size_t at_ = 0;
  bool started_ = false;
};

/// The ways from the start to a first decision or ending. `arrived(after, probability)` is called
/// at the end of each; `watch` is follow()'s witness. False where there are more than kMostFates,
/// of which the first were gone.
template <class Watch, class Arrived>
bool each_beginning(const Program& program, Watch& watch, Arrived&& arrived) {
  AllFates fates(program);
  for (std::size_t n = 0; fates.next(); ++n) {
    if (n == kMostFates) return false;
    State state = program.blank_state();
    begin(program, state, fates, watch);
    arrived(state, fates.probability());
  }
  return true;
}

/// The ways on from a decision `here` of number `id`: `chosen(response)`, then for each sequence of
/// fate `arrived(after, probability)`. `watch` sees more (GraphWatch in state_graph.h). False where
/// a choice is followed by more than kMostFates sequences; it stops there. `after` is a state of
/// the program, kept by the caller so that going on does not allocate.
template <class Id, class Watch, class Chosen, class Arrived>
bool each_way(const Program& program,
              Id id,
              const State& here,
              State& after,
              Watch& watch,
              Chosen&& chosen,
              Arrived&& arrived) {
  const Program::Stop& stop = program.stop(here.place);
  for (std::uint32_t i = 0; i < stop.range.count; ++i) {
    const auto response = static_cast<ResponseIndex>(stop.range.first + i);
    watch.asked(id, response, here);
    if (!program.offered(response, here)) continue;
    after = here;
    const MomentIndex target = apply_choice(program, after, response);
    watch.chosen(id, response, here, after);
    chosen(response);
    AllFates fates(program);
    for (std::size_t n = 0; fates.next(); ++n) {
      if (n == kMostFates) return false;
      // Few choices meet fate: to make one again is less than to keep a copy of each.
      if (n > 0) {
        after = here;
        apply_choice(program, after, response);
      }
      follow(program, after, target, fates, watch);
      watch.arrived(response, after);
      arrived(after, fates.probability());
    }
  }
  return true;
}

}  // namespace mot
