// Conditions that always come out the same: of responses, routes, leaves, and texts.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "engine/analysis/smells_parts.h"

namespace mot {
namespace {

// S22
void judge(SmellSearch& search,
           CodeRange condition,
           unsigned char outcome,
           SmellPlace place,
           std::string_view what) {
  // Never asked: what it belongs to is never met, which is another smell, or an earlier one of its
  // list always holds.
  if (outcome == 0 || outcome == (Survey::held | Survey::failed)) return;
  const bool always = outcome == Survey::held;
  search.add(
      "S0022", Severity::warning, place,
      fmt::format("the condition of {} {} holds", what, always ? "always" : "never"),
      always ? "leave the condition out, or correct it" : "correct it, or remove what it guards",
      path_to(search.graph, search.seen.first_asked(condition)));
}

void judge(SmellSearch& search, CodeRange condition, SmellPlace place, std::string_view what) {
  if (!condition.empty()) judge(search, condition, search.seen.outcome(condition), place, what);
}

void judge_lines(SmellSearch& search, Range lines, SmellPlace place, std::string_view what) {
  if (!search.texts) return;
  int number = 0;
  for (const Line& line : search.scenario.lines_of(lines))
    judge(search, line.when, place, fmt::format("line {} of '{}'", ++number, what));
}

void judge_routes(SmellSearch& search, Range routes, SmellPlace place) {
  int number = 0;
  for (const Route& route : search.scenario.routes_of(routes))
    judge(search, route.when, place, fmt::format("route {}", ++number));
}

bool same_code(const Scenario& scenario, CodeRange a, CodeRange b) {
  const Op* code = scenario.code.data();
  return std::equal(
      code + a.first, code + a.first + a.count, code + b.first, code + b.first + b.count,
      [](const Op& x, const Op& y) { return x.code == y.code && x.argument == y.argument; });
}

// The same routes are often written once for each response of a moment: a condition counts as one
// there, at the first response that has it.
void judge_routes_of_responses(SmellSearch& search, const Moment& moment) {
  const Scenario& scenario = search.scenario;
  std::vector<CodeRange> judged;
  const auto is_known = [&](CodeRange when) {
    return std::any_of(judged.begin(), judged.end(),
                       [&](CodeRange other) { return same_code(scenario, when, other); });
  };
  for (std::uint32_t i = 0; i < moment.responses.count; ++i) {
    const std::size_t r = moment.responses.first + i;
    int number = 0;
    for (const Route& route : scenario.routes_of(scenario.responses[r].next)) {
      ++number;
      if (route.when.empty() || is_known(route.when)) continue;
      judged.push_back(route.when);
      unsigned char outcome = 0;
      CodeRange asked = route.when;
      for (const Response& sibling : scenario.responses_of(moment)) {
        for (const Route& other : scenario.routes_of(sibling.next)) {
          if (!same_code(scenario, route.when, other.when)) continue;
          if (outcome == 0) asked = other.when;
          outcome = static_cast<unsigned char>(outcome | search.seen.outcome(other.when));
        }
      }
      judge(search, asked, outcome, {scenario.responses[r].moment, static_cast<ResponseIndex>(r)},
            fmt::format("route {}", number));
    }
  }
}

}  // namespace

void find_condition_smells(SmellSearch& search) {
  const Scenario& scenario = search.scenario;
  for (std::size_t i = 0; i < scenario.moments.size(); ++i) {
    const auto m = static_cast<MomentIndex>(i);
    const Moment& moment = scenario.moments[i];
    judge_lines(search, moment.says, {m}, "says");
    judge_lines(search, moment.thinks, {m}, "thinks");
    judge_routes(search, moment.next, {m});
    judge_routes_of_responses(search, moment);
  }
  for (std::size_t i = 0; i < scenario.responses.size(); ++i) {
    const Response& response = scenario.responses[i];
    const SmellPlace place{response.moment, static_cast<ResponseIndex>(i)};
    judge(search, response.when, place, "the response");
    if (search.seen.offered[i] == 0) continue;
    judge_lines(search, response.reply, place, "reply");
    judge_lines(search, response.thinks, place, "thinks");
  }
  int number = 0;
  for (const Leave& leave : scenario.leaves)
    judge(search, leave.when, {}, fmt::format("entry {} of 'leaves'", ++number));
}

}  // namespace mot
