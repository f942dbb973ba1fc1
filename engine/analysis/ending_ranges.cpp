#include "engine/analysis/ending_ranges.h"

#include <algorithm>
#include <span>
#include <vector>

#include "engine/analysis/suffix_front.h"
#include "engine/base/both.h"
#include "engine/customer/persona.h"

namespace mot {
namespace {

// More entries than this: ranges are left out.
constexpr std::size_t kMostEntries = 4'000'000;

// Where the last gap so far can still be the last of all: from the state some way leads to an
// ending with nothing scored any more. Elsewhere it need not be told apart.
std::vector<char> last_gap_may_stay(const StateGraph& graph) {
  std::vector<char> may_stay(graph.size(), 0);
  for (const StateId s : graph.order()) {
    bool stays = graph.is_ending(s);
    for (const GraphChoice& choice : graph.choices(s)) {
      if (stays) break;
      if (choice.weight != 0) continue;
      const auto targets = graph.targets(choice);
      stays = std::any_of(targets.begin(), targets.end(),
                          [&](const GraphTarget& target) { return may_stay[target.state] != 0; });
    }
    may_stay[s] = stays ? 1 : 0;
  }
  return may_stay;
}

// Choices that lead to a state: from where, and what they add.
struct Entrance {
  StateId from = kNoState;
  std::int16_t gap = 0;
  std::uint8_t weight = 0;
};

// The entrances of all states, one state's together.
class Entrances {
 public:
  explicit Entrances(const StateGraph& graph) : first_(graph.size() + 1, 0) {
    const auto each = [&](auto&& with) {
      for (StateId s = 0; s < graph.size(); ++s) {
        for (const GraphChoice& choice : graph.choices(s)) {
          for (const GraphTarget& target : graph.targets(choice)) with(s, choice, target.state);
        }
      }
    };
    each([&](StateId, const GraphChoice&, StateId to) { ++first_[to + 1]; });
    for (std::size_t s = 1; s < first_.size(); ++s) first_[s] += first_[s - 1];
    entrances_.resize(first_.back());
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    each([&](StateId from, const GraphChoice& choice, StateId to) {
      entrances_[next[to]++] = {from, choice.gap, choice.weight};
    });
  }

  std::span<const Entrance> of(StateId s) const {
    return std::span(entrances_).subspan(first_[s], first_[s + 1] - first_[s]);
  }

 private:
  std::vector<std::uint32_t> first_;  // by state, and the end
  std::vector<Entrance> entrances_;
};

// One pass from the start: what every state may have been reached with.
bool pass_forward(const StateGraph& graph,
                  const Entrances& entrances,
                  const std::vector<char>& last_may_stay,
                  Aim aim,
                  CancelFlag cancel,
                  std::vector<EndingRange>& ranges) {
  const int expectation = own_expectation(graph.program().scenario().customer.persona);
  // By state: where its ledgers lie in `reached`.
  struct Slice {
    std::size_t first = 0;
    std::size_t count = 0;
  };
  std::vector<Slice> slices(graph.size());
  std::vector<ReducedLedger> reached;
  std::vector<ReducedLedger> own;
  Pruner pruner;
  std::size_t entries = 0;
  const std::vector<StateId>& order = graph.order();
  for (std::size_t i = order.size(); i-- > 0;) {
    const StateId s = order[i];
    own.clear();
    // Without a parent: where an encounter begins.
    if (graph.parent(s) == kNoState) own.push_back({});
    for (const Entrance& entrance : entrances.of(s)) {
      const ReducedLedger added = stretch(entrance.weight, entrance.gap);
      const Slice& before = slices[entrance.from];
      for (const ReducedLedger& ledger : std::span(reached).subspan(before.first, before.count))
        own.push_back(join(ledger, added));
      entries += before.count;
    }
    if (last_may_stay[s] == 0) {
      for (ReducedLedger& ledger : own) ledger.last = 0;
    }
    pruner.prune(own, aim);
    if (graph.is_ending(s)) {
      EndingRange& range = ranges[static_cast<std::size_t>(graph.place(s))];
      for (const ReducedLedger& ledger : own) {
        const int value = satisfaction(expectation, ledger);
        if (value < 0) continue;
        range.low = std::min(range.low, value);
        range.high = std::max(range.high, value);
      }
    }
    slices[s] = {reached.size(), own.size()};
    reached.insert(reached.end(), own.begin(), own.end());
    if (entries > kMostEntries || is_cancelled(cancel)) return false;
  }
  return true;
}

}  // namespace

std::optional<std::vector<EndingRange>> ending_ranges(const StateGraph& graph, CancelFlag cancel) {
  if (!graph.complete() || !graph.acyclic()) return std::nullopt;
  const Entrances entrances(graph);
  const std::vector<char> last_may_stay = last_gap_may_stay(graph);
  const std::size_t moments = graph.program().scenario().moments.size();
  std::vector<EndingRange> ranges(moments);
  std::vector<EndingRange> worst(moments);
  bool known = false;
  bool worst_known = false;
  both([&] { known = pass_forward(graph, entrances, last_may_stay, Aim::best, cancel, ranges); },
       [&] {
         worst_known = pass_forward(graph, entrances, last_may_stay, Aim::worst, cancel, worst);
       });
  if (!known || !worst_known) return std::nullopt;
  for (std::size_t m = 0; m < moments; ++m) {
    ranges[m].low = std::min(ranges[m].low, worst[m].low);
    ranges[m].high = std::max(ranges[m].high, worst[m].high);
  }
  return ranges;
}

}  // namespace mot
