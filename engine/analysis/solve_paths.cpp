// The parts of a solution that are about paths: optimal ones, their number, the endings they reach.
#include "engine/analysis/bounds.h"
#include "engine/analysis/likeliest_fate.h"
#include "engine/analysis/solve.h"
#include "engine/encounter/step.h"

namespace mot {
std::vector<OptimalChoice> Solution::optimal_path(Aim aim) {
  std::vector<OptimalChoice> path;
  if (!exact_ || !start_value(aim)) return path;
  State state = program_->blank_state();
  const LikeliestFate fate{*program_};
  begin(*program_, state, fate);
  while (program_->stop(state.place).kind == MomentKind::decision && state.turn < kMaxTurns) {
    ResponseIndex response = optimal(state, aim);
    // In a circle of free choices all ways are worth the same: take one that leaves it.
    const StateId s = graph_->find(state);
    const std::optional<double> most = value(state, aim);
    if (response == kNone || !most) break;
    for (const GraphChoice& choice : graph_->choices(s)) {
      const bool leaves =
          graph_->component(graph_->targets(choice).front().state) != graph_->component(s);
      const std::optional<double> v = value_after(state, choice.response, aim);
      if (graph_->acyclic() || !leaves || !v || *v != *most) continue;
      response = choice.response;
      break;
    }
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
