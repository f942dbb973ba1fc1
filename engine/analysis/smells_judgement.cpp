// Rules that need the best play: answers that give themselves away, caricatures, decisions without
// a right answer or without weight, short cuts, a best play that breaks the rules.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "engine/analysis/smells_parts.h"
#include "engine/analysis/suffix_front.h"
#include "engine/customer/persona.h"

namespace mot {
namespace {

// All ours: below these numbers of decisions chance alone could do it.
constexpr std::size_t kFewDecisions = 5;
constexpr std::size_t kFewTagged = 3;
constexpr int kFarBelow = 400;
constexpr double kNoise = 0.02;
// The last of five can come to 0.6: its share, the end, and the peak.
constexpr double kDecisive = 0.7;
constexpr double kManyBest = 0.3;
constexpr double kPass = 60;

// Tags that say that a response is poor manners or leaves the matter to others.
constexpr std::array<std::string_view, 4> kPoorTags{"rude", "impolite", "hostile", "passive"};

bool is_poor(std::string_view tag) {
  return std::find(kPoorTags.begin(), kPoorTags.end(), tag) != kPoorTags.end();
}

struct Range2 {
  double best = 0;
  double worst = 0;
  double width() const { return best - worst; }
};

std::optional<Range2> range_of(SmellSearch& search) {
  const auto best = search.solution.start_value(Aim::best);
  const auto worst = search.solution.start_value(Aim::worst);
  if (!best || !worst) return std::nullopt;
  return Range2{*best, *worst};
}

std::string names_of(const SmellSearch& search, const std::vector<MomentIndex>& moments) {
  std::string names;
  for (const MomentIndex m : moments) {
    names += names.empty() ? "" : ", ";
    names += search.moment(m).id;
  }
  return names;
}

// S14
void find_giveaways(SmellSearch& search) {
  const auto choices = [](const Look& look) { return look.responses.size() > 1; };
  const std::size_t all = moments_where(search.looks, choices).size();
  const auto longest = moments_where(
      search.looks, [&](const Look& look) { return best_is_longest(search.scenario, look); });
  if (all >= kFewDecisions && 2 * longest.size() > all)
    search.add("S0014", Severity::warning, {},
               fmt::format("the best response is the longest in {} of {} decisions: {}",
                           longest.size(), all, names_of(search, longest)),
               "shorten some of them, or let a weak response be the long one");
  const auto fixed = moments_where(search.looks, [&](const Look& look) {
    return choices(look) && !search.moment(look.state.place).shuffle;
  });
  const auto first = moments_where(search.looks, [&](const Look& look) {
    return !search.moment(look.state.place).shuffle && best_is_first(look);
  });
  if (fixed.size() >= kFewDecisions && 2 * first.size() > fixed.size())
    search.add("S0014", Severity::warning, {},
               fmt::format("the best response comes first in {} of {} decisions that are not "
                           "shuffled: {}",
                           first.size(), fixed.size(), names_of(search, first)),
               "leave out `shuffle: false`");
}

bool has_tag(const SmellSearch& search, ResponseIndex r, std::string_view tag) {
  const auto tags = search.scenario.tags_of(search.response(r));
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

// S15
void find_caricatures(SmellSearch& search) {
  for (const std::string_view tag : kPoorTags) {
    std::size_t offered = 0;
    std::size_t worst = 0;
    for (const Look& look : search.looks) {
      const bool any = std::any_of(look.responses.begin(), look.responses.end(),
                                   [&](ResponseIndex r) { return has_tag(search, r, tag); });
      if (!any) continue;
      ++offered;
      if (has_tag(search, look.responses[look.worst], tag)) ++worst;
    }
    const auto moments = moments_where(search.looks, [&](const Look& look) {
      return has_tag(search, look.responses[look.worst], tag);
    });
    if (moments.size() < kFewTagged || worst < offered) continue;
    search.add("S0015", Severity::warning, {},
               fmt::format("wherever a response tagged '{}' is offered it is the worst: {}", tag,
                           names_of(search, moments)),
               "let a polite and plausible mistake be worse somewhere");
  }
  // Only one response could be meant: all others are far below it.
  const auto obvious = moments_where(search.looks, [&](const Look& look) {
    if (look.responses.size() < 3) return false;
    const int best = search.response(look.responses[look.best]).gap;
    return std::all_of(look.responses.begin(), look.responses.end(), [&](ResponseIndex r) {
      return r == look.responses[look.best] || search.response(r).gap <= best - kFarBelow;
    });
  });
  const std::size_t all = moments_where(search.looks, [](const Look& look) {
                            return look.responses.size() >= 3;
                          }).size();
  if (all >= kFewTagged && 2 * obvious.size() > all)
    search.add("S0015", Severity::warning, {},
               fmt::format("in {} of {} decisions everything but the best response is at least {} "
                           "points below it: {}",
                           obvious.size(), all, kFarBelow / 100, names_of(search, obvious)),
               "offer a mistake that a good colleague could make");
}

// S16: on the ways of best play, so that a decision after a grave mistake may be without one.
void find_no_right_answer(SmellSearch& search) {
  std::vector<char> reported(search.scenario.moments.size(), 0);
  for (std::size_t i = 0; i < search.best_play.states.size(); ++i) {
    const BestPlay::At& at = search.best_play.states[i];
    const auto m = static_cast<std::size_t>(at.state.place);
    const Moment& moment = search.scenario.moments[m];
    if (!moment.scored || reported[m] != 0) continue;
    const std::uint32_t offers = search.program.offers(at.state.place, at.state);
    bool lifts = false;
    for (std::uint32_t k = 0; k < moment.responses.count; ++k) {
      if (((offers >> k) & 1U) != 0 &&
          search.scenario.responses[moment.responses.first + k].gap >= 0)
        lifts = true;
    }
    if (lifts || offers == 0) continue;
    reported[m] = 1;
    search.add(
        "S0016", Severity::warning, {at.state.place},
        fmt::format("every response at '{}' disappoints, and no mistake came before", moment.id),
        "let one response meet what is expected here", path_of_best_play(search, i));
  }
}

// S6
void find_bad_best_play(SmellSearch& search) {
  std::vector<char> reported(search.scenario.responses.size(), 0);
  for (std::size_t i = 0; i < search.best_play.states.size(); ++i) {
    const BestPlay::At& at = search.best_play.states[i];
    if (at.best.size() != 1) continue;
    const ResponseIndex r = at.best.front();
    const Response& response = search.response(r);
    const auto tags = search.scenario.tags_of(response);
    const auto poor = std::find_if(tags.begin(), tags.end(), is_poor);
    if ((poor == tags.end() && response.breaks.empty()) ||
        reported[static_cast<std::size_t>(r)] != 0)
      continue;
    reported[static_cast<std::size_t>(r)] = 1;
    std::vector<std::string> path = path_of_best_play(search, i);
    path.push_back(search.scenario.name_of_response(r));
    search.add("S0006", Severity::warning, {response.moment, r},
               poor != tags.end()
                   ? fmt::format("the best play takes a response tagged '{}'", *poor)
                   : std::string("the best play takes a response that breaks a standard"),
               "rate it lower, or let what follows from it cost more", std::move(path));
  }
}

double count_best(const SmellSearch& search, std::size_t at, std::vector<double>& known) {
  if (known[at] >= 0) return known[at];
  const BestPlay::At& state = search.best_play.states[at];
  double sum = state.next.empty() ? 1 : 0;
  for (const std::size_t next : state.next) sum += count_best(search, next, known);
  return known[at] = sum;
}

// S5
void find_many_best(SmellSearch& search) {
  if (!search.best_play.complete || !search.solution.paths()) return;
  std::vector<double> known(search.best_play.states.size(), -1);
  double best = 0;
  for (std::size_t i = 0; i < search.best_play.states.size(); ++i) {
    if (search.best_play.states[i].by == kNone) best += count_best(search, i, known);
  }
  const double all = search.solution.paths()->to_double();
  if (all < 4 || best <= kManyBest * all) return;
  search.add("S0005", Severity::hint, {},
             fmt::format("{:.0f} of 100 ways through are as good as any: little can go wrong",
                         100 * best / all),
             "let more of the choices make a difference");
}

// S7: the ways with fewest choices, with luck.
void find_short_cut(SmellSearch& search, const Range2& range) {
  const StateGraph& graph = search.graph;
  // Where one can go on as long as there are choices, every end is early.
  if (!graph.acyclic() || graph.reaches_limit() || range.width() <= 0) return;
  const std::size_t longest = std::min<std::size_t>(graph.longest(), kMaxTurns);
  const auto is_late = [&](std::size_t depth) { return depth * 2 > longest; };
  bool any_early = false;
  for (StateId s = 0; s < graph.size() && !any_early; ++s)
    any_early = graph.is_ending(s) && !is_late(static_cast<std::size_t>(graph.depth(s)));
  if (!any_early) return;
  constexpr std::size_t kFar = static_cast<std::size_t>(-1);
  std::vector<std::size_t> depth(graph.size(), kFar);
  std::vector<std::vector<ReducedLedger>> reached(graph.size());
  Pruner pruner;
  std::vector<StateId> wave;
  const auto reach = [&](StateId s, std::size_t at, const ReducedLedger& ledger,
                         std::vector<StateId>& into) {
    if (depth[s] == kFar) {
      depth[s] = at;
      into.push_back(s);
    }
    if (depth[s] == at) reached[s].push_back(ledger);
  };
  for (const GraphTarget& target : graph.beginnings()) reach(target.state, 0, {}, wave);
  const int expectation = own_expectation(search.scenario.customer.persona);
  std::size_t choices = 0;
  int most = -1;
  StateId ending = kNoState;
  for (; !wave.empty() && ending == kNoState; ++choices) {
    std::vector<StateId> next;
    for (const StateId s : wave) {
      pruner.prune(reached[s], Aim::best);
      for (const ReducedLedger& ledger : reached[s]) {
        const int value = graph.is_ending(s) ? satisfaction(expectation, ledger) : -1;
        if (value <= most) continue;
        most = value;
        ending = s;
      }
      for (const GraphChoice& choice : graph.choices(s)) {
        for (const GraphTarget& target : graph.targets(choice)) {
          for (const ReducedLedger& ledger : reached[s])
            reach(target.state, choices + 1, join(ledger, stretch(choice.weight, choice.gap)),
                  next);
        }
      }
    }
    wave = std::move(next);
  }
  if (ending == kNoState || is_late(depth[ending])) return;
  const std::size_t shortest = depth[ending];
  const std::size_t usual = search.solution.optimal_path(Aim::best).size();
  const double score = 100 * (most - range.worst) / range.width();
  if (score >= kPass)
    search.add("S0007", Severity::warning, {graph.place(ending)},
               fmt::format("after only {} {} '{}' can be reached with a score of {:.0f}, while "
                           "others take up to {}",
                           shortest, shortest == 1 ? "choice" : "choices",
                           search.moment(graph.place(ending)).id, std::min(score, 100.0), longest),
               "let leaving early cost something", graph.witness(ending));
  else if (usual * 2 <= longest)
    search.add("S0007", Severity::warning, {},
               fmt::format("the best play is over after {} choices, while others take up to {}: "
                           "stopping early pays",
                           usual, longest),
               "let what comes later be worth something");
}

// S19
void find_weights(SmellSearch& search, const Range2& range) {
  if (range.width() <= 0) return;
  std::map<MomentIndex, std::pair<double, const Look*>> spread;
  for (const Look& look : search.looks) {
    const double own = look.values[look.best] - look.values[look.worst];
    auto& known = spread[look.state.place];
    if (known.second == nullptr || own > known.first) known = {own, &look};
  }
  if (spread.size() < kFewDecisions) return;
  for (const auto& [m, found] : spread) {
    const double share = found.first / range.width();
    if (share < kNoise)
      search.add("S0019", Severity::hint, {m},
                 fmt::format("what is said at '{}' moves the result by less than {:.0f} % of its "
                             "range",
                             search.moment(m).id, 100 * kNoise),
                 "rate its responses further apart, or make it free",
                 search.graph.witness(found.second->id));
    if (share > kDecisive)
      search.add("S0019", Severity::hint, {m},
                 fmt::format("what is said at '{}' alone can move the result by {:.0f} % of its "
                             "range",
                             search.moment(m).id, 100 * share),
                 "let other decisions weigh more, too", search.graph.witness(found.second->id));
  }
}

}  // namespace

void find_judgement_smells(SmellSearch& search) {
  const auto range = range_of(search);
  if (!range) return;
  find_giveaways(search);
  find_caricatures(search);
  find_no_right_answer(search);
  find_bad_best_play(search);
  find_many_best(search);
  find_short_cut(search, *range);
  find_weights(search, *range);
}

}  // namespace mot
