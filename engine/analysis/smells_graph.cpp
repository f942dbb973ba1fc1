// Rules about where an encounter can go: nothing on offer, no way to an end, moments that nobody
// meets, choices that change nothing, success lost long before the end, stages passed by.
#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <limits>

#include "engine/analysis/smells_parts.h"

namespace mot {
namespace {

constexpr std::uint32_t kFarAway = std::numeric_limits<std::uint32_t>::max();
// Decisions left after success became impossible, from which on it is worth a hint (ours).
constexpr std::uint32_t kLongAfterwards = 4;

// A state with choices has something on offer; one without may only not have been looked at.
bool nothing_on_offer(const SmellSearch& search, StateId s) {
  const MomentIndex place = search.graph.place(s);
  return search.graph.choices(s).empty() &&
         search.program.stop(place).kind == MomentKind::decision &&
         search.program.offers(place, search.graph.state(s)) == 0;
}

// S23. Holds on a part of the states, too.
void find_empty_choices(SmellSearch& search) {
  std::vector<char> reported(search.scenario.moments.size(), 0);
  std::vector<char> alone(search.scenario.moments.size(), 0);
  for (StateId s = 0; s < search.graph.size(); ++s) {
    const MomentIndex place = search.graph.place(s);
    const Moment& moment = search.moment(place);
    if (moment.kind != MomentKind::decision || search.graph.choices(s).size() > 1) continue;
    const auto m = static_cast<std::size_t>(place);
    if (reported[m] != 0 && alone[m] != 0) continue;
    const std::uint32_t offers = search.program.offers(place, search.graph.state(s));
    if (offers == 0 && reported[m] == 0) {
      reported[m] = 1;
      search.add("S0023", Severity::error, {place},
                 fmt::format("at '{}' no response may be on offer", moment.id),
                 "give one response of this moment neither 'when' nor 'once'",
                 search.graph.witness(s));
    }
    const bool only_one = offers != 0 && (offers & (offers - 1)) == 0;
    if (moment.scored && only_one && moment.responses.count > 1 && alone[m] == 0) {
      alone[m] = 1;
      search.add(
          "S0023", Severity::hint, {place},
          fmt::format("at '{}' only one response may be on offer: nothing to decide", moment.id),
          "let a second response be there without 'when' and 'once'", search.graph.witness(s));
    }
  }
}

// S25: no way to an end; and a scored circle that may go round until the 500th choice.
void find_endless(SmellSearch& search) {
  const StateGraph& graph = search.graph;
  if (search.turns) return;
  const std::vector<char> ends = leading_to(
      graph, [&](StateId s) { return graph.is_ending(s) || nothing_on_offer(search, s); });
  std::vector<char> reported(search.scenario.moments.size(), 0);
  for (StateId s = 0; s < graph.size(); ++s) {
    const auto m = static_cast<std::size_t>(graph.place(s));
    if (reported[m] != 0) continue;
    // Near the last choice everything is far from an ending.
    if (ends[s] == 0 && 2 * graph.depth(s) <= kMaxTurns) {
      std::fill(reported.begin(), reported.end(), char{1});
      search.add(
          "S0025", Severity::error, {graph.place(s)},
          fmt::format("from '{}' no ending can be reached {}", search.moment(graph.place(s)).id,
                      graph.reaches_limit() ? fmt::format("within {} choices", kMaxTurns)
                                            : std::string("any more")),
          "let a response or a route without a condition lead on to an ending", graph.witness(s));
      continue;
    }
    if (ends[s] == 0) continue;
    for (const GraphChoice& choice : graph.choices(s)) {
      const auto targets = graph.targets(choice);
      const bool round = std::any_of(targets.begin(), targets.end(), [&](const GraphTarget& t) {
        return graph.component(t.state) == graph.component(s);
      });
      if (!round || choice.weight == 0 || reported[m] != 0) continue;
      reported[m] = 1;
      search.add("S0025", Severity::warning, {graph.place(s), choice.response},
                 "this scored decision can come round again as often as one likes",
                 "use 'once', or count in a variable and lead on",
                 path_to(graph, {s, choice.response}));
    }
  }
}

// S21
void find_unreached(SmellSearch& search) {
  for (std::size_t m = 0; m < search.scenario.moments.size(); ++m) {
    if (search.seen.entered[m] != 0) continue;
    search.add("S0021", Severity::warning, {static_cast<MomentIndex>(m)},
               fmt::format("no play arrives at '{}': conditions keep every way there shut",
                           search.scenario.moments[m].id),
               "look at the conditions of the routes and responses that lead here");
  }
}

bool same_ids(const Scenario& scenario, Range a, Range b) {
  const auto x = scenario.ids_of(a);
  const auto y = scenario.ids_of(b);
  return std::equal(x.begin(), x.end(), y.begin(), y.end());
}

bool same_sets(const Scenario& scenario, const Response& a, const Response& b) {
  const auto x = scenario.sets_of(a);
  const auto y = scenario.sets_of(b);
  const auto same_op = [](const Op& p, const Op& q) {
    return p.code == q.code && p.argument == q.argument;
  };
  return std::equal(
      x.begin(), x.end(), y.begin(), y.end(), [&](const Assignment& p, const Assignment& q) {
        const auto* code = scenario.code.data();
        return p.variable == q.variable &&
               std::equal(code + p.value.first, code + p.value.first + p.value.count,
                          code + q.value.first, code + q.value.first + q.value.count, same_op);
      });
}

bool same_routes(const Scenario& scenario, const Response& a, const Response& b) {
  const auto x = scenario.routes_of(a.next);
  const auto y = scenario.routes_of(b.next);
  return x.size() == 1 && y.size() == 1 && x[0].target == y[0].target;
}

// Nothing but words tells these two apart, now or later.
bool same_effect(const SmellSearch& search, ResponseIndex first, ResponseIndex second) {
  const Response& a = search.response(first);
  const Response& b = search.response(second);
  const Scenario& scenario = search.scenario;
  return a.gap == b.gap && a.delivers == b.delivers && same_routes(scenario, a, b) &&
         same_sets(scenario, a, b) && same_ids(scenario, a.meets, b.meets) &&
         same_ids(scenario, a.breaks, b.breaks) && same_ids(scenario, a.uncovers, b.uncovers) &&
         a.behaviours == b.behaviours && a.once == b.once && search.program.chose_slot(first) < 0 &&
         search.program.chose_slot(second) < 0;
}

// S13 where all responses of a decision are the same but for their words, S17 where two are.
void find_flat_choices(SmellSearch& search) {
  for (std::size_t m = 0; m < search.scenario.moments.size(); ++m) {
    const Moment& moment = search.scenario.moments[m];
    if (moment.kind != MomentKind::decision || moment.responses.count < 2) continue;
    const auto first = static_cast<ResponseIndex>(moment.responses.first);
    const auto end = first + static_cast<ResponseIndex>(moment.responses.count);
    ResponseIndex other = first + 1;
    while (other < end && same_effect(search, first, other)) ++other;
    if (other == end) {
      search.add(
          "S0013", Severity::warning, {static_cast<MomentIndex>(m)},
          fmt::format("all responses at '{}' have the same effects and lead to the same place",
                      moment.id),
          "let them differ in ratings, in what they change or where they lead; or make it a "
          "line");
      continue;
    }
    for (ResponseIndex b = first; moment.scored && b < end; ++b) {
      ResponseIndex a = first;
      while (a < b && !same_effect(search, a, b)) ++a;
      if (a == b) continue;
      search.add("S0017", Severity::hint, {static_cast<MomentIndex>(m), b},
                 fmt::format("'{}' differs from '{}' only in its words", search.response(b).id,
                             search.response(a).id),
                 "rate them differently, or leave one out");
    }
  }
}

std::vector<std::uint32_t> choices_to_an_end(const StateGraph& graph) {
  std::vector<std::uint32_t> left(graph.size(), kFarAway);
  // Twice over the order settles circles well enough for a hint.
  for (int pass = 0; pass < 2; ++pass) {
    for (const StateId s : graph.order()) {
      if (graph.is_ending(s)) left[s] = 0;
      for (const GraphChoice& choice : graph.choices(s)) {
        for (const GraphTarget& target : graph.targets(choice)) {
          if (left[target.state] != kFarAway) left[s] = std::min(left[s], left[target.state] + 1);
        }
      }
    }
  }
  return left;
}

// S26
void find_points_of_no_return(SmellSearch& search) {
  const StateGraph& graph = search.graph;
  const std::vector<char> hope = leading_to(graph, [&](StateId s) {
    return graph.is_ending(s) && search.moment(graph.place(s)).ending == EndingKind::resolved;
  });
  const std::vector<std::uint32_t> left = choices_to_an_end(graph);
  for (StateId s = 0; s < graph.size(); ++s) {
    const StateId before = graph.parent(s);
    if (hope[s] != 0 || before == kNoState || hope[before] == 0) continue;
    if (left[s] == kFarAway || left[s] < kLongAfterwards) continue;
    search.add("S0026", Severity::hint, {graph.place(before), graph.parent_response(s)},
               fmt::format("from here no ending is 'resolved' any more, and at least {} decisions "
                           "are still to come",
                           left[s]),
               "end sooner, or leave a way to make up for it", graph.witness(s));
    return;
  }
}

// A way to a resolved ending that meets no decision of the stage; kNoState where there is none.
std::vector<std::string> way_past(const SmellSearch& search, int stage, bool& found) {
  const StateGraph& graph = search.graph;
  struct Before {
    StateId state = kNoState;
    ResponseIndex by = kNone;
    bool seen = false;
  };
  std::vector<Before> before(graph.size());
  std::deque<StateId> waiting;
  const auto reach = [&](StateId s, StateId from, ResponseIndex by) {
    if (before[s].seen || search.moment(graph.place(s)).stage == stage) return;
    before[s] = {from, by, true};
    waiting.push_back(s);
  };
  for (const GraphTarget& target : graph.beginnings()) reach(target.state, kNoState, kNone);
  for (; !waiting.empty(); waiting.pop_front()) {
    StateId s = waiting.front();
    if (graph.is_ending(s) && search.moment(graph.place(s)).ending == EndingKind::resolved) {
      found = true;
      std::vector<std::string> path;
      for (; before[s].by != kNone; s = before[s].state)
        path.push_back(search.scenario.name_of_response(before[s].by));
      std::reverse(path.begin(), path.end());
      return path;
    }
    for (const GraphChoice& choice : graph.choices(s)) {
      for (const GraphTarget& target : graph.targets(choice))
        reach(target.state, s, choice.response);
    }
  }
  return {};
}

// S30
void find_skipped_stages(SmellSearch& search) {
  const Scenario& scenario = search.scenario;
  for (std::size_t stage = 0; stage < scenario.stages.size(); ++stage) {
    const bool met =
        std::any_of(scenario.moments.begin(), scenario.moments.end(), [&](const Moment& moment) {
          return moment.scored && moment.stage == static_cast<int>(stage);
        });
    if (!met) continue;
    bool skipped = false;
    auto path = way_past(search, static_cast<int>(stage), skipped);
    if (!skipped) continue;
    search.add("S0030", Severity::hint, {},
               fmt::format("an encounter can be resolved without a decision at the stage '{}'",
                           scenario.stages[stage].id),
               "let every way that ends well pass this stage, or accept it", std::move(path));
  }
}

}  // namespace

void find_graph_smells(SmellSearch& search) {
  find_empty_choices(search);
  find_flat_choices(search);
  if (!search.complete) return;
  find_endless(search);
  find_unreached(search);
  find_points_of_no_return(search);
  find_skipped_stages(search);
}

}  // namespace mot
