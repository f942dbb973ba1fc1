// The exact solution of a scenario: the satisfaction that best and worst play reach from any state
// a playthrough visits, expected over fate, proved by dynamic programming over all reachable
// states. Implements docs/model.md 6; how: docs/analysis.md.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/analysis/path_count.h"
#include "engine/analysis/state_graph.h"
#include "engine/analysis/suffix_front.h"
#include "engine/encounter/session.h"
#include "engine/outcome/scorecard.h"

namespace mot {

/// How much work a solution may be.
struct SolveOptions {
  GraphLimits limits;
  /// Entries of all Pareto fronts together, 12 bytes each.
  std::size_t front_entries = 8'000'000;
};

/// One choice on an optimal path.
struct OptimalChoice {
  ResponseIndex response = kNone;
  /// Satisfaction in hundredths under this aim before the choice.
  double value = 0;
};

/// Sound limits on a value that is not known exactly, hundredths.
struct ValueBounds {
  double low = 100;
  double high = 1000;
};

/// The solution. Values are satisfaction in hundredths of a point: whole numbers without fate,
/// expectations with it. Queries fill caches: one thread at a time.
class Solution {
 public:
  /// Solves. The program must outlive the solution.
  Solution(const Program& program, const SolveOptions& options = {});

  const Program& program() const { return *program_; }
  /// best(), worst() and value() are proved.
  bool exact() const { return exact_; }
  /// Given up through options.limits.cancel: nothing is known, not even bounds.
  bool cancelled() const { return cancelled_; }
  /// States told apart.
  std::size_t states() const { return graph_ ? graph_->size() : 0; }
  const StateGraph* graph() const { return graph_.get(); }

  /// Value of the start, before any fate; nothing where not exact, or where no encounter can end.
  std::optional<double> start_value(Aim aim);
  /// Limits on it where not exact.
  ValueBounds bounds(Aim aim) const { return bounds_[static_cast<std::size_t>(aim)]; }

  /// Value of a state that an encounter has reached; nothing where not exact or where no ending can
  /// be reached within 500 choices.
  std::optional<double> value(const State& state, Aim aim);
  /// Value of a choice, expected over the fate that follows it.
  std::optional<double> value_after(const State& state, ResponseIndex response, Aim aim);
  /// The response with the best value (for Aim::worst the least), the first in the file among
  /// equals; kNone where there is none.
  ResponseIndex optimal(const State& state, Aim aim);

  /// An optimal path from the start, along the likeliest branches of fate (the first among equals).
  std::vector<OptimalChoice> optimal_path(Aim aim);

  /// Complete start-to-ending sequences of responses and branches of fate; nothing where a state
  /// can come back, the number of turns left aside, or not all were found.
  std::optional<PathCount> paths() const { return paths_; }
  /// By EndingKind: reachable with conditions and fate counted.
  const std::array<bool, kEndingKinds>& endings() const { return endings_; }

 private:
  struct MemoKey {
    StateId state;
    ReducedLedger ledger;
    friend bool operator==(const MemoKey&, const MemoKey&) = default;
  };
  struct MemoHash {
    std::size_t operator()(const MemoKey& key) const;
  };
  /// Values are many and stay till the end: they are taken from one pool and given back at once.
  struct Memo {
    std::pmr::monotonic_buffer_resource pool;
    std::pmr::unordered_map<MemoKey, double, MemoHash> values{&pool};
  };

  void prepare(const SolveOptions& options);
  bool needs_turns(const StateGraph& graph) const;
  void find_what_can_end();
  bool build_fronts(Aim aim, std::size_t limit);
  bool settle_fate(Aim aim);
  bool count_paths();
  void find_endings();
  void set_bounds();
  bool usable(const GraphChoice& choice) const;
  std::span<const ReducedLedger> front(StateId s, Aim aim) const;
  bool stays_in(std::span<const StateId> circle, const GraphChoice& choice) const;
  double value_of(StateId s, ReducedLedger ledger, Aim aim);
  double value_of_choice(const GraphChoice& choice, const ReducedLedger& ledger, Aim aim);
  std::optional<double> value_if_known(const GraphChoice& choice,
                                       const ReducedLedger& ledger,
                                       Aim aim);
  ResponseIndex way_out(StateId s, const ReducedLedger& ledger, double most, Aim aim);
  double worth(const ReducedLedger& ledger) const;

  const Program* program_;
  int expectation_;
  bool exact_ = false;
  bool cancelled_ = false;
  /// Only while solving.
  CancelFlag cancel_ = nullptr;
  std::unique_ptr<StateGraph> graph_;
  std::vector<char> can_end_;
  /// Fate may still decide something.
  std::vector<char> fate_ahead_;
  /// A scored moment follows on every way to an end.
  std::vector<char> scored_ahead_;
  struct Slice {
    std::uint64_t first = 0;
    std::uint32_t count = 0;
  };
  std::array<std::vector<Slice>, 2> slices_;
  std::array<std::vector<ReducedLedger>, 2> entries_;
  std::array<Memo, 2> memo_;
  std::size_t memo_limit_ = 0;
  std::array<ValueBounds, 2> bounds_;
  std::optional<PathCount> paths_;
  std::array<bool, kEndingKinds> endings_{};
};

/// What the solution knows of a session: best, worst, and regret, luck and best response of each
/// choice (docs/model.md 6). Nothing where not exact.
std::optional<SolvedSession> solve_session(Solution& solution, const Session& session);

}  // namespace mot
