// All states a scenario can reach, told apart only by what can still be read, and the choices
// between them. The ledger is not part of a state: satisfaction is added up along the way
// (suffix_front.h). Made once, then read by the solver, the counts and the smells.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/analysis/each_way.h"
#include "engine/analysis/liveness.h"
#include "engine/base/cancel.h"
#include "engine/encounter/program.h"

namespace mot {

/// Index of a state in its graph.
using StateId = std::uint32_t;
inline constexpr StateId kNoState = 0xFFFFFFFFU;

/// Where a choice may lead; several entries where fate decides, in the order of the branches.
struct GraphTarget {
  StateId state = kNoState;
  /// Product of the odds; the targets of a choice sum to 1.
  double probability = 1;
};

/// A choice in a state.
struct GraphChoice {
  ResponseIndex response = kNone;
  /// Hundredths; weight 0 where not scored.
  std::int16_t gap = 0;
  std::uint8_t weight = 0;
  std::uint32_t first_target = 0;
  std::uint32_t targets = 0;
};

/// How far to look.
struct GraphLimits {
  std::size_t states = 2'000'000;
  CancelFlag cancel = nullptr;
  /// Called now and then with the states found so far; may be empty.
  std::function<void(std::size_t)> progress;
};

/// Sees a graph being explored: the way to each beginning, then state by state, in the order of
/// their ids, each response and what follows it. A follow()'s witness (engine/encounter/step.h).
class GraphWatch {
 public:
  virtual ~GraphWatch() = default;
  /// A response of a state where choices can be made, on offer or not.
  virtual void asked(StateId s, ResponseIndex response, const State& here) = 0;
  /// It is on offer and was chosen; `made` is what it did to `here`, before `next` is followed.
  virtual void chosen(StateId s, ResponseIndex response, const State& here, const State& made) = 0;
  /// A moment is entered, and not yet counted as visited.
  virtual void entered(MomentIndex moment, const State& state) = 0;
  /// The choice has led to the next decision or ending.
  virtual void arrived(ResponseIndex response, const State& after) = 0;
};

/// The graph of reachable states.
class StateGraph {
 public:
  /// Explores from the start. `count_turns`: turns are told apart, up to the 500th, so that no
  /// state comes back. `texts`: so is what only chooses between texts. `watch`, may be null, sees
  /// it.
  StateGraph(const Program& program,
             const GraphLimits& limits,
             bool count_turns,
             bool texts = false,
             GraphWatch* watch = nullptr);

  /// Everything reachable was found within the limits. What takes more choices than an encounter
  /// has (kMaxTurns) is not reachable.
  bool complete() const { return complete_; }
  /// Some decision is reached only with the last choice that an encounter has, so that a counter
  /// which never stops does not keep the graph from being complete.
  bool reaches_limit() const { return reaches_limit_; }
  bool cancelled() const { return cancelled_; }
  bool counts_turns() const { return count_turns_; }
  const Program& program() const { return *program_; }

  std::size_t size() const { return nodes_.size(); }
  MomentIndex place(StateId s) const { return nodes_[s].place; }
  bool is_ending(StateId s) const;
  /// The fewest choices that lead to the state; a decision after kMaxTurns has no choices.
  std::int32_t depth(StateId s) const { return nodes_[s].depth; }
  std::span<const GraphChoice> choices(StateId s) const {
    return std::span(choices_).subspan(nodes_[s].first_choice, nodes_[s].choices);
  }
  std::span<const GraphTarget> targets(const GraphChoice& c) const {
    return std::span(targets_).subspan(c.first_target, c.targets);
  }
  /// The way from the start to the first decision or ending.
  std::span<const GraphTarget> beginnings() const { return beginnings_; }

  /// A state with what can still be read; everything else, and the ledger but for whether something
  /// was scored, is zero.
  State state(StateId s) const;
  /// The same into a state of this program, without allocating.
  void state(StateId s, State& into) const;
  /// The state an encounter stands in, or kNoState where it was not found within the limits.
  StateId find(const State& state) const;

  /// States in an order in which targets come first, as far as circles allow; and for each state
  /// the number of its strongly connected component in that order. Targets lie in the same or an
  /// earlier component.
  const std::vector<StateId>& order() const { return order_; }
  std::uint32_t component(StateId s) const { return component_[s]; }
  /// All states of the same component, at least the state itself.
  std::span<const StateId> circle(StateId s) const;
  /// No state can come back.
  bool acyclic() const { return acyclic_; }
  /// The same where states that differ only in the number of turns count as one.
  bool acyclic_but_for_turns() const;
  /// Choices on the longest way to an end, where acyclic.
  std::uint32_t longest() const { return longest_; }

  /// Where the state was first reached from: the choice before and its state; kNoState for
  /// beginnings. For witness paths.
  StateId parent(StateId s) const { return nodes_[s].parent; }
  ResponseIndex parent_response(StateId s) const { return nodes_[s].parent_response; }
  /// Names of the choices that lead to the state first, `moment.response` each.
  std::vector<std::string> witness(StateId s) const;

 private:
  struct Node {
    MomentIndex place = kNone;
    std::uint32_t first_choice = 0;
    std::uint16_t choices = 0;
    std::uint16_t depth = 0;
    std::uint32_t first_word = 0;
    std::uint32_t words = 0;
    StateId parent = kNoState;
    ResponseIndex parent_response = kNone;
  };

  template <class Watch>
  void explore(const GraphLimits& limits, Watch& watch);
  template <class Watch>
  bool expand(StateId s, Watch& watch);
  StateId intern(State& state, StateId parent, ResponseIndex response);
  /// What tells a state from others; until the next call.
  std::span<const std::int32_t> pack(const State& state) const;
  void unpack(StateId s, State& into) const;
  std::size_t probe(std::uint32_t hash, std::span<const std::int32_t> key) const;
  void grow_table();
  bool find_components(CancelFlag cancel);
  void measure();

  const Program* program_;
  Liveness liveness_;
  bool count_turns_;
  bool complete_ = false;
  bool cancelled_ = false;
  bool reaches_limit_ = false;
  bool acyclic_ = true;
  std::uint32_t longest_ = 0;
  std::vector<Node> nodes_;
  std::vector<GraphChoice> choices_;
  std::vector<GraphTarget> targets_;
  std::vector<GraphTarget> beginnings_;
  std::vector<std::int32_t> words_;
  /// Open addressing; free where there is no state. The hash spares looking the state up.
  struct Entry {
    std::uint32_t hash = 0;
    StateId state = kNoState;
  };
  std::vector<Entry> table_;
  mutable std::vector<std::int32_t> key_;
  /// Kept so that exploring does not allocate.
  State from_;
  State after_;
  std::vector<StateId> order_;
  std::vector<std::uint32_t> component_;
};

}  // namespace mot
