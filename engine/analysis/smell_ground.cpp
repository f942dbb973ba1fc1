// What the rules about values read of best play: the states it can come to, and the ways there.
#include <algorithm>
#include <map>
#include <tuple>

#include "engine/analysis/smells_parts.h"
#include "engine/analysis/suffix_front.h"
#include "engine/encounter/session.h"
#include "engine/encounter/step.h"

namespace mot {
namespace {

constexpr std::size_t kMostBestStates = 5'000;
constexpr double kSame = 1e-6;

using LedgerKey = std::tuple<StateId, std::int32_t, std::int32_t, std::int16_t, std::int16_t>;

LedgerKey key_of(const SmellSearch& search, const State& state) {
  const ReducedLedger ledger = reduce(state.ledger);
  return {search.graph.find(state), ledger.weight, ledger.sum, ledger.peak, ledger.last};
}

}  // namespace

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
    if (play.states.size() > kMostBestStates || is_cancelled(search.options.cancel)) return;
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
