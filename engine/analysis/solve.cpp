#include "engine/analysis/solve.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/analysis/bounds.h"
#include "engine/base/both.h"
#include "engine/customer/satisfaction.h"

namespace mot {
namespace {

constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();

bool better(double a, double b, Aim aim) { return aim == Aim::best ? a > b : a < b; }

// Thrown inside one query when the table of known values is full, or the work was given up.
struct TooManyValues {};

}  // namespace

std::size_t Solution::MemoHash::operator()(const MemoKey& key) const {
  std::uint64_t h = key.state * 0x9e3779b97f4a7c15ULL;
  h = (h ^ (h >> 29U) ^ static_cast<std::uint32_t>(key.ledger.sum)) * 0xbf58476d1ce4e5b9ULL;
  h = (h ^ (h >> 29U) ^ static_cast<std::uint32_t>(key.ledger.weight)) * 0x94d049bb133111ebULL;
  h ^= (static_cast<std::uint64_t>(static_cast<std::uint16_t>(key.ledger.peak)) << 16U) |
       static_cast<std::uint16_t>(key.ledger.last);
  h *= 0xbf58476d1ce4e5b9ULL;
  return h ^ (h >> 31U);
}

Solution::Solution(const Program& program, const SolveOptions& options)
    : program_(&program), expectation_(own_expectation(program.scenario().customer.persona)) {
  memo_limit_ = options.limits.states;
  cancel_ = options.limits.cancel;
  prepare(options);
  cancelled_ = !exact_ && is_cancelled(cancel_);
  cancel_ = nullptr;
  if (!exact_ && !cancelled_) set_bounds();
}

void Solution::prepare(const SolveOptions& options) {
  graph_ = std::make_unique<StateGraph>(*program_, options.limits, false);
  const bool countable = graph_->complete() && graph_->acyclic_but_for_turns();
  if (graph_->complete() && needs_turns(*graph_))
    graph_ = std::make_unique<StateGraph>(*program_, options.limits, true);
  find_endings();
  if (!graph_->complete()) return;
  find_what_can_end();
  if (countable && !count_paths()) return;
  std::array<bool, 2> settled{};
  const auto settle = [&](Aim aim) {
    settled[static_cast<std::size_t>(aim)] =
        build_fronts(aim, options.front_entries) && settle_fate(aim);
  };
  both([&] { settle(Aim::best); }, [&] { settle(Aim::worst); });
  exact_ = settled[0] && settled[1];
}

// Turns must be told apart where a circle changes the score or meets fate, and where the 500th
// choice could come before an end. A circle of free choices changes nothing: whoever goes round it
// can as well go straight on.
bool Solution::needs_turns(const StateGraph& graph) const {
  if (graph.acyclic()) return graph.longest() > static_cast<std::uint32_t>(kMaxTurns);
  for (StateId s = 0; s < graph.size(); ++s) {
    for (const GraphChoice& choice : graph.choices(s)) {
      for (const GraphTarget& target : graph.targets(choice)) {
        const bool inside = graph.component(target.state) == graph.component(s);
        if (inside && (choice.weight != 0 || choice.targets > 1)) return true;
      }
    }
  }
  // The longest way that never comes back to a state: every state of a circle once.
  std::vector<std::uint32_t> members(graph.size() + 1, 0);
  for (StateId s = 0; s < graph.size(); ++s) ++members[graph.component(s)];
  std::vector<std::uint32_t> length(graph.size() + 1, 0);
  std::uint32_t longest = 0;
  for (const StateId s : graph.order()) {
    std::uint32_t& own = length[graph.component(s)];
    for (const GraphChoice& choice : graph.choices(s)) {
      for (const GraphTarget& target : graph.targets(choice)) {
        const std::uint32_t other = graph.component(target.state);
        if (other != graph.component(s))
          own = std::max(own, length[other] + members[graph.component(s)]);
      }
    }
    longest = std::max(longest, own);
  }
  return longest > static_cast<std::uint32_t>(kMaxTurns);
}

bool Solution::usable(const GraphChoice& choice) const {
  for (const GraphTarget& target : graph_->targets(choice)) {
    if (can_end_[target.state] == 0) return false;
  }
  return true;
}

void Solution::find_what_can_end() {
  const std::size_t n = graph_->size();
  can_end_.assign(n, 0);
  fate_ahead_.assign(n, 0);
  scored_ahead_.assign(n, 1);
  const std::vector<StateId>& order = graph_->order();
  // One component at a time; within a circle until nothing changes.
  for (std::size_t first = 0; first < order.size();) {
    std::size_t last = first;
    while (last < order.size() && graph_->component(order[last]) == graph_->component(order[first]))
      ++last;
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t i = first; i < last; ++i) {
        const StateId s = order[i];
        char end = graph_->is_ending(s) ? 1 : 0;
        char fate = 0;
        char scored = end != 0 ? 0 : 1;
        for (const GraphChoice& choice : graph_->choices(s)) {
          if (!usable(choice)) continue;
          end = 1;
          if (choice.targets > 1) fate = 1;
          for (const GraphTarget& target : graph_->targets(choice)) {
            if (fate_ahead_[target.state] != 0) fate = 1;
            if (choice.weight == 0 && scored_ahead_[target.state] == 0) scored = 0;
          }
        }
        changed =
            changed || end != can_end_[s] || fate != fate_ahead_[s] || scored != scored_ahead_[s];
        can_end_[s] = end;
        fate_ahead_[s] = fate;
        scored_ahead_[s] = scored;
      }
    }
    first = last;
  }
}

std::span<const ReducedLedger> Solution::front(StateId s, Aim aim) const {
  const Slice& slice = slices_[static_cast<std::size_t>(aim)][s];
  return std::span(entries_[static_cast<std::size_t>(aim)]).subspan(slice.first, slice.count);
}

bool Solution::build_fronts(Aim aim, std::size_t limit) {
  auto& slices = slices_[static_cast<std::size_t>(aim)];
  auto& entries = entries_[static_cast<std::size_t>(aim)];
  slices.assign(graph_->size(), {});
  const std::vector<StateId>& order = graph_->order();
  Pruner pruner;
  std::vector<ReducedLedger> merged;
  for (std::size_t first = 0; first < order.size();) {
    // All states of a circle (of free choices) can add the same.
    const std::uint32_t component = graph_->component(order[first]);
    std::size_t last = first;
    merged.clear();
    for (; last < order.size() && graph_->component(order[last]) == component; ++last) {
      const StateId s = order[last];
      if (can_end_[s] == 0 || fate_ahead_[s] != 0) continue;
      if (graph_->is_ending(s)) merged.push_back({});
      for (const GraphChoice& choice : graph_->choices(s)) {
        if (!usable(choice)) continue;
        const StateId target = graph_->targets(choice).front().state;
        if (graph_->component(target) == component) continue;
        const ReducedLedger own = stretch(choice.weight, choice.gap);
        for (const ReducedLedger& addition : front(target, aim))
          merged.push_back(join(own, addition));
      }
    }
    pruner.prune(merged, aim);
    const Slice slice{entries.size(), static_cast<std::uint32_t>(merged.size())};
    entries.insert(entries.end(), merged.begin(), merged.end());
    for (; first < last; ++first) {
      const StateId s = order[first];
      if (can_end_[s] != 0 && fate_ahead_[s] == 0) slices[s] = slice;
    }
    if (entries.size() > limit) return false;
    if (is_cancelled(cancel_)) return false;
  }
  return true;
}

// With fate ahead of the start, values of all states on the way to it are settled now, so that
// later queries can't fail.
bool Solution::settle_fate(Aim aim) {
  try {
    for (const GraphTarget& target : graph_->beginnings()) {
      if (can_end_[target.state] != 0) value_of(target.state, {}, aim);
    }
  } catch (const TooManyValues&) {
    return false;
  }
  return true;
}

double Solution::worth(const ReducedLedger& ledger) const {
  const int s = satisfaction(expectation_, ledger);
  return s < 0 ? kNoValue : s;
}

// No choice inside a circle meets fate: where one would, turns are told apart.
bool Solution::stays_in(std::span<const StateId> circle, const GraphChoice& choice) const {
  return graph_->component(graph_->targets(choice).front().state) ==
         graph_->component(circle.front());
}

double Solution::value_of(StateId s, ReducedLedger ledger, Aim aim) {
  if (can_end_[s] == 0) return kNoValue;
  if (fate_ahead_[s] == 0) return worth(choose(ledger, front(s, aim), aim));
  if (scored_ahead_[s] != 0) ledger.last = 0;
  auto& memo = memo_[static_cast<std::size_t>(aim)].values;
  // The states of a circle (of free choices) share the value of what leads out of it.
  const std::span<const StateId> circle = graph_->circle(s);
  const MemoKey key{circle.front(), ledger};
  if (const auto known = memo.find(key); known != memo.end()) return known->second;
  double found = kNoValue;
  for (const StateId from : circle) {
    for (const GraphChoice& choice : graph_->choices(from)) {
      if (!usable(choice) || stays_in(circle, choice)) continue;
      const double v = value_of_choice(choice, ledger, aim);
      if (std::isnan(found) || better(v, found, aim)) found = v;
    }
  }
  if (memo.size() >= memo_limit_ || is_cancelled(cancel_)) throw TooManyValues{};
  memo.emplace(key, found);
  return found;
}

double Solution::value_of_choice(const GraphChoice& choice, const ReducedLedger& ledger, Aim aim) {
  const ReducedLedger after = join(ledger, stretch(choice.weight, choice.gap));
  const auto targets = graph_->targets(choice);
  if (targets.size() == 1) return value_of(targets[0].state, after, aim);
  double expected = 0;
  for (const GraphTarget& target : targets)
    expected += target.probability * value_of(target.state, after, aim);
  return expected;
}

std::optional<double> Solution::value_if_known(const GraphChoice& choice,
                                               const ReducedLedger& ledger,
                                               Aim aim) {
  if (!usable(choice)) return std::nullopt;
  try {
    const double v = value_of_choice(choice, ledger, aim);
    if (!std::isnan(v)) return v;
  } catch (const TooManyValues&) {
  }
  return std::nullopt;
}

std::optional<double> Solution::start_value(Aim aim) {
  if (!exact_) return std::nullopt;
  const auto beginnings = graph_->beginnings();
  double expected = 0;
  for (const GraphTarget& target : beginnings) {
    const double v = value_of(target.state, {}, aim);
    expected = beginnings.size() == 1 ? v : expected + target.probability * v;
  }
  if (std::isnan(expected)) return std::nullopt;
  return expected;
}

std::optional<double> Solution::value(const State& state, Aim aim) {
  if (!exact_) return std::nullopt;
  const StateId s = graph_->find(state);
  if (s == kNoState) return std::nullopt;
  try {
    const double v = value_of(s, reduce(state.ledger), aim);
    if (!std::isnan(v)) return v;
  } catch (const TooManyValues&) {
  }
  return std::nullopt;
}

std::optional<double> Solution::value_after(const State& state, ResponseIndex response, Aim aim) {
  if (!exact_) return std::nullopt;
  const StateId s = graph_->find(state);
  if (s == kNoState) return std::nullopt;
  for (const GraphChoice& choice : graph_->choices(s)) {
    if (choice.response != response) continue;
    if (const auto v = value_if_known(choice, reduce(state.ledger), aim)) return v;
  }
  return std::nullopt;
}

ResponseIndex Solution::optimal(const State& state, Aim aim) {
  ResponseIndex found = kNone;
  double most = 0;
  const StateId s = exact_ ? graph_->find(state) : kNoState;
  if (s == kNoState) return kNone;
  for (const GraphChoice& choice : graph_->choices(s)) {
    const std::optional<double> v = value_after(state, choice.response, aim);
    if (!v || (found != kNone && !better(*v, most, aim))) continue;
    found = choice.response;
    most = *v;
  }
  return found;
}

std::optional<SolvedSession> solve_session(Solution& solution, const Session& session) {
  const std::optional<double> best = solution.start_value(Aim::best);
  const std::optional<double> worst = solution.start_value(Aim::worst);
  if (!best || !worst) return std::nullopt;
  SolvedSession solved;
  solved.best = *best / 100;
  solved.worst = *worst / 100;
  // Fate before the first choice counts as that choice's luck.
  double expected_before = *best;
  for (const Turn& turn : session.turns()) {
    const std::optional<double> before = solution.value(turn.before, Aim::best);
    const std::optional<double> after_choice =
        solution.value_after(turn.before, turn.response, Aim::best);
    const std::optional<double> after = solution.value(turn.after, Aim::best);
    if (!before || !after_choice || !after) return std::nullopt;
    ChoiceValue value;
    const double opening_luck = solved.choices.empty() ? *before - expected_before : 0;
    value.regret = (*before - *after_choice) / 100;
    value.luck = (*after - *after_choice + opening_luck) / 100;
    value.best = value.regret == 0 ? turn.response : solution.optimal(turn.before, Aim::best);
    solved.choices.push_back(value);
  }
  return solved;
}

}  // namespace mot
