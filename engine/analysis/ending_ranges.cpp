#include "engine/analysis/ending_ranges.h"

#include <algorithm>

#include "engine/analysis/suffix_front.h"
#include "engine/customer/persona.h"

namespace mot {
namespace {

// More entries than this: ranges are left out.
constexpr std::size_t kMostEntries = 4'000'000;

// One pass from the start: what every state may have been reached with.
bool pass_forward(const StateGraph& graph, Aim aim, std::vector<EndingRange>& ranges) {
  const int expectation = own_expectation(graph.program().scenario().customer.persona);
  std::vector<std::vector<ReducedLedger>> reached(graph.size());
  for (const GraphTarget& target : graph.beginnings()) reached[target.state].push_back({});
  std::size_t entries = 0;
  const std::vector<StateId>& order = graph.order();
  for (std::size_t i = order.size(); i-- > 0;) {
    const StateId s = order[i];
    std::vector<ReducedLedger> own = std::move(reached[s]);
    prune(own, aim);
    if (graph.is_ending(s)) {
      EndingRange& range = ranges[static_cast<std::size_t>(graph.place(s))];
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

}  // namespace

std::optional<std::vector<EndingRange>> ending_ranges(const StateGraph& graph) {
  std::vector<EndingRange> ranges(graph.program().scenario().moments.size());
  const bool known = graph.complete() && graph.acyclic() &&
                     pass_forward(graph, Aim::best, ranges) &&
                     pass_forward(graph, Aim::worst, ranges);
  if (!known) return std::nullopt;
  return ranges;
}

}  // namespace mot
