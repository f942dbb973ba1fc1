// What the rules about values read: the range of satisfaction at each ending, decisions with the
// values of their responses, and the ways of best play.
#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "engine/analysis/smells_parts.h"
#include "engine/analysis/suffix_front.h"
#include "engine/customer/persona.h"
#include "engine/encounter/session.h"
#include "engine/encounter/step.h"

namespace mot {
namespace {

// More states or entries than this: ranges are left out.
constexpr std::size_t kMostEntries = 4'000'000;
constexpr std::size_t kMostBestStates = 5'000;
// Ways to decisions are followed through this many states.
constexpr std::size_t kMostFollowed = 20'000;
constexpr double kSame = 1e-6;

// One pass from the start: what every state may have been reached with.
bool pass_forward(SmellSearch& search, Aim aim) {
  const StateGraph& graph = *search.solution.graph();
  const int expectation = own_expectation(search.scenario.customer.persona);
  std::vector<std::vector<ReducedLedger>> reached(graph.size());
  for (const GraphTarget& target : graph.beginnings()) reached[target.state].push_back({});
  std::size_t entries = 0;
  const std::vector<StateId>& order = graph.order();
  for (std::size_t i = order.size(); i-- > 0;) {
    const StateId s = order[i];
    std::vector<ReducedLedger> own = std::move(reached[s]);
    prune(own, aim);
    if (graph.is_ending(s)) {
      EndingRange& range = search.endings[static_cast<std::size_t>(graph.place(s))];
      for (const ReducedLedger& ledger : own) {
        const int value = satisfaction(expectation, ledger);
        if (value < 0) continue;
        range.low = std::min(range.low, value);
        range.high = std::max(range.high, value);
      }
    }
    for (const GraphChoice& choice : graph.choices(s)) {
      const ReducedLedger added = stretch(choice.weight, choice.gap);
      for (const GraphTarget& target : graph.targets(choice)) {
        for (const ReducedLedger& ledger : own)
          reached[target.state].push_back(join(ledger, added));
        entries += own.size();
      }
    }
    if (entries > kMostEntries) return false;
  }
  return true;
}

// Full states, each after the first way found to it.
std::vector<State> states_on_the_way(const SmellSearch& search) {
  const StateGraph& graph = search.graph;
  std::vector<State> states(std::min(graph.size(), kMostFollowed));
  for (Successor& first : beginnings(search.program)) {
    const StateId s = graph.find(first.state);
    if (s < states.size()) states[s] = std::move(first.state);
  }
  for (StateId s = 0; s < states.size(); ++s) {
    const StateId before = graph.parent(s);
    if (before == kNoState || states[before].place == kNone) continue;
    for (Successor& next : successors(search.program, states[before], graph.parent_response(s))) {
      if (graph.find(next.state) != s) continue;
      states[s] = std::move(next.state);
      break;
    }
  }
  return states;
}

// The values of all responses; false where one is not known.
bool value_responses(SmellSearch& search, Look& look) {
  look.responses = offers_in(search.program, look.state);
  for (const ResponseIndex r : look.responses) {
    const auto value = search.solution.value_after(look.state, r, Aim::best);
    if (!value) return false;
    look.values.push_back(*value);
  }
  if (look.responses.empty()) return false;
  const auto best = std::max_element(look.values.begin(), look.values.end());
  const auto worst = std::min_element(look.values.begin(), look.values.end());
  look.best = static_cast<std::size_t>(best - look.values.begin());
  look.worst = static_cast<std::size_t>(worst - look.values.begin());
  return true;
}

using LedgerKey = std::tuple<StateId, std::int32_t, std::int32_t, std::int16_t, std::int16_t>;

LedgerKey key_of(const SmellSearch& search, const State& state) {
  const ReducedLedger ledger = reduce(state.ledger);
  return {search.graph.find(state), ledger.weight, ledger.sum, ledger.peak, ledger.last};
}

}  // namespace

void find_ending_ranges(SmellSearch& search) {
  search.endings.assign(search.scenario.moments.size(), {});
  search.endings_known = search.solution.graph()->acyclic() && pass_forward(search, Aim::best) &&
                         pass_forward(search, Aim::worst);
}

void look_at_decisions(SmellSearch& search) {
  std::vector<State> states = states_on_the_way(search);
  // Of each scored moment, states spread evenly over those found.
  std::vector<std::vector<StateId>> of_moment(search.scenario.moments.size());
  for (StateId s = 0; s < states.size(); ++s) {
    const MomentIndex place = search.graph.place(s);
    if (states[s].place == place && search.moment(place).scored)
      of_moment[static_cast<std::size_t>(place)].push_back(s);
  }
  for (const std::vector<StateId>& all : of_moment) {
    const std::size_t count = std::min(all.size(), search.options.looks);
    for (std::size_t i = 0; i < count; ++i) {
      Look look;
      look.id = all[i * all.size() / count];
      look.state = states[look.id];
      if (value_responses(search, look)) search.looks.push_back(std::move(look));
    }
  }
}

void follow_best_play(SmellSearch& search) {
  BestPlay& play = search.best_play;
  std::map<LedgerKey, std::size_t> known;
  const auto reach = [&](State state, std::size_t from, ResponseIndex by) {
    const auto [at, is_new] = known.emplace(key_of(search, state), play.states.size());
    if (is_new) play.states.push_back({std::move(state), from, by, {}, {}});
    return at->second;
  };
  for (Successor& first : beginnings(search.program))
    reach(std::move(first.state), BestPlay::kNoneBefore, kNone);
  for (std::size_t i = 0; i < play.states.size(); ++i) {
    if (play.states.size() > kMostBestStates) return;
    const State state = play.states[i].state;
    const auto value = search.solution.value(state, Aim::best);
    if (!value) {
      if (status_in(search.program, state) == SessionStatus::ended) continue;
      return;
    }
    for (const ResponseIndex r : offers_in(search.program, state)) {
      const auto after = search.solution.value_after(state, r, Aim::best);
      if (!after || *after < *value - kSame) continue;
      play.states[i].best.push_back(r);
      for (Successor& next : successors(search.program, state, r)) {
        const std::size_t to = reach(std::move(next.state), i, r);
        play.states[i].next.push_back(to);
      }
    }
  }
  play.complete = true;
}

std::vector<std::string> path_of_best_play(const SmellSearch& search, std::size_t at) {
  std::vector<std::string> path;
  for (; at != BestPlay::kNoneBefore && search.best_play.states[at].by != kNone;
       at = search.best_play.states[at].from)
    path.push_back(search.scenario.name_of_response(search.best_play.states[at].by));
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace mot
