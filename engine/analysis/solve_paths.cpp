// The parts of a solution that are about paths: optimal ones, their number, the endings they reach.
#include <unordered_set>
#include <utility>

#include "engine/analysis/bounds.h"
#include "engine/analysis/likeliest_fate.h"
#include "engine/analysis/solve.h"
#include "engine/encounter/step.h"

namespace mot {

// In a circle of free choices all that stay in it are worth the same: the one that begins the
// shortest way to a choice that leaves it and is worth as much. kNone where there is none.
ResponseIndex Solution::way_out(StateId s, const ReducedLedger& ledger, double most, Aim aim) {
  const std::span<const StateId> circle = graph_->circle(s);
  std::vector<std::pair<StateId, ResponseIndex>> ways{{s, kNone}};  // with the choice they begin by
  std::unordered_set<StateId> seen{s};
  for (std::size_t i = 0; i < ways.size(); ++i) {
    const auto [from, begun] = ways[i];
    for (const GraphChoice& choice : graph_->choices(from)) {
      if (stays_in(circle, choice)) continue;
      const std::optional<double> v = value_if_known(choice, ledger, aim);
      if (v && *v == most) return begun == kNone ? choice.response : begun;
    }
    for (const GraphChoice& choice : graph_->choices(from)) {
      const StateId to = graph_->targets(choice).front().state;
      if (stays_in(circle, choice) && seen.insert(to).second)
        ways.emplace_back(to, begun == kNone ? choice.response : begun);
    }
  }
  return kNone;
}

std::vector<OptimalChoice> Solution::optimal_path(Aim aim) {
  std::vector<OptimalChoice> path;
  if (!exact_ || !start_value(aim)) return path;
  State state = program_->blank_state();
  const LikeliestFate fate{*program_};
  begin(*program_, state, fate);
  while (program_->stop(state.place).kind == MomentKind::decision && state.turn < kMaxTurns) {
    const std::optional<double> most = value(state, aim);
    if (!most) break;
    ResponseIndex response = kNone;
    if (!graph_->acyclic())
      response = way_out(graph_->find(state), reduce(state.ledger), *most, aim);
    if (response == kNone) response = optimal(state, aim);
    if (response == kNone) break;
    path.push_back({response, *most});
    step(*program_, state, response, fate);
  }
  return path;
}

// False where it was given up.
bool Solution::count_paths() {
  CancelCheck cancelled(cancel_);
  std::vector<PathCount> counts(graph_->size());
  for (const StateId s : graph_->order()) {
    if (cancelled()) return false;
    if (graph_->is_ending(s)) counts[s] = PathCount(true);
    for (const GraphChoice& choice : graph_->choices(s)) {
      for (const GraphTarget& target : graph_->targets(choice)) counts[s] += counts[target.state];
    }
  }
  PathCount total;
  for (const GraphTarget& target : graph_->beginnings()) total += counts[target.state];
  paths_ = std::move(total);
  return true;
}

void Solution::find_endings() {
  for (StateId s = 0; s < graph_->size(); ++s) {
    if (graph_->is_ending(s))
      endings_[static_cast<std::size_t>(
          program_->scenario().moments[static_cast<std::size_t>(graph_->place(s))].ending)] = true;
  }
}

void Solution::set_bounds() {
  bounds_[static_cast<std::size_t>(Aim::best)] = value_bounds(*program_, Aim::best);
  bounds_[static_cast<std::size_t>(Aim::worst)] = value_bounds(*program_, Aim::worst);
}

}  // namespace mot
