#include "engine/analysis/survey.h"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <vector>

#include "engine/analysis/each_way.h"

namespace mot {
namespace {

class Surveyor final : public GraphWatch {
 public:
  explicit Surveyor(const Program& program) : program_(program), left_(program.blank_state()) {
    seen_.entered.assign(scenario().moments.size(), 0);
    seen_.offered.assign(scenario().responses.size(), 0);
    seen_.outcomes.assign(scenario().code.size(), 0);
    seen_.asked_at.resize(scenario().code.size());
    open_moments_.assign(scenario().moments.size(), 1);
    open_choices_.assign(scenario().responses.size(), 1);
    open_replies_.assign(scenario().responses.size(), 1);
  }

  void asked(StateId s, ResponseIndex r, const State& here) override {
    at_ = {s, kNone};
    ask(scenario().responses[static_cast<std::size_t>(r)].when, here);
  }

  void chosen(StateId s, ResponseIndex r, const State& here, const State& made) override {
    seen_.offered[static_cast<std::size_t>(r)] = 1;
    at_ = {s, r};
    char& open = open_choices_[static_cast<std::size_t>(r)];
    if (open == 0) return;
    const auto routes =
        scenario().routes_of(scenario().responses[static_cast<std::size_t>(r)].next);
    open = any_open(scenario().leaves) || any_open(routes) ? 1 : 0;
    if (open != 0 && !ask_leaves(here, made)) ask_first(routes, made);
  }

  void entered(MomentIndex m, const State& state) override {
    seen_.entered[static_cast<std::size_t>(m)] = 1;
    char& open = open_moments_[static_cast<std::size_t>(m)];
    if (open == 0) return;
    const Moment& moment = scenario().moments[static_cast<std::size_t>(m)];
    const bool texts = ask_variants({moment.says, moment.thinks}, state);
    const bool branches = moment.kind == MomentKind::line && program_.stop(m).target == kNone;
    const auto routes = branches ? scenario().routes_of(moment.next) : std::span<const Route>();
    const bool ways = any_open(routes);
    open = texts || ways ? 1 : 0;
    if (!ways) return;
    left_ = state;
    set_bit_if_any(left_, program_.visited_slot(m));
    ask_first(routes, left_);
  }

  void arrived(ResponseIndex r, const State& after) override {
    char& open = open_replies_[static_cast<std::size_t>(r)];
    if (open == 0) return;
    const Response& response = scenario().responses[static_cast<std::size_t>(r)];
    open = ask_variants({response.reply, response.thinks}, after) ? 1 : 0;
  }

  Survey take() { return std::move(seen_); }

 private:
  const Scenario& scenario() const { return program_.scenario(); }

  bool ask(CodeRange condition, const State& state) {
    if (condition.empty()) return true;
    const bool holds = program_.holds(condition, state);
    unsigned char& outcome = seen_.outcomes[condition.first];
    if (outcome == 0) seen_.asked_at[condition.first] = at_;
    outcome = static_cast<unsigned char>(outcome | (holds ? Survey::held : Survey::failed));
    return holds;
  }
  // Some condition has not come out both ways yet, so that there is a reason to ask.
  template <class Conditions>
  bool any_open(const Conditions& conditions) const {
    return std::any_of(conditions.begin(), conditions.end(), [&](const auto& one) {
      return !one.when.empty() && seen_.outcome(one.when) != (Survey::held | Survey::failed);
    });
  }
  // Asks one after the other, up to the first that holds.
  template <class Conditions>
  void ask_first(const Conditions& conditions, const State& state) {
    for (const auto& one : conditions) {
      if (ask(one.when, state)) return;
    }
  }
  // False where there was nothing left to ask.
  bool ask_variants(std::initializer_list<Range> texts, const State& state) {
    bool open = false;
    for (const Range text : texts) {
      const auto lines = scenario().lines_of(text);
      if (!any_open(lines)) continue;
      ask_first(lines, state);
      open = true;
    }
    return open;
  }

  // True where the customer leaves.
  bool ask_leaves(const State& here, const State& made) {
    if (made.ledger.empty()) return false;
    std::size_t i = 0;
    for (const Leave& leave : scenario().leaves) {
      if (bit_of(here, program_.leaves()[i++].slot)) continue;
      if (ask(leave.when, made)) return true;
    }
    return false;
  }

  const Program& program_;
  Survey seen_;
  SeenAt at_;
  // What has come out both ways stays so: where nothing is left to ask, nobody need look again. By
  // moment, and by response on choosing it and on arriving after it.
  std::vector<char> open_moments_;
  std::vector<char> open_choices_;
  std::vector<char> open_replies_;
  // After a line on the way; kept so that it need not be allocated.
  State left_;
};

// Goes over a graph as exploring did.
void go_over(const StateGraph& graph, Surveyor& watch) {
  const Program& program = graph.program();
  const auto nothing = [](const auto&...) {};
  each_beginning(program, watch, nothing);
  State here = program.blank_state();
  State after = here;
  for (StateId s = 0; s < graph.size(); ++s) {
    if (graph.is_ending(s) || graph.depth(s) >= kMaxTurns) continue;
    graph.state(s, here);
    each_way(program, s, here, after, watch, nothing, nothing);
  }
}

}  // namespace

Survey survey(const StateGraph& graph) {
  Surveyor surveyor(graph.program());
  go_over(graph, surveyor);
  return surveyor.take();
}

SurveyedGraph explore_and_survey(const Program& program, const GraphLimits& limits) {
  Surveyor surveyor(program);
  auto graph = std::make_unique<StateGraph>(program, limits, false, true, &surveyor);
  return {std::move(graph), surveyor.take()};
}

std::vector<std::string> path_to(const StateGraph& graph, const SeenAt& seen) {
  if (seen.state == kNoState) return {};
  std::vector<std::string> path = graph.witness(seen.state);
  if (seen.response != kNone)
    path.push_back(graph.program().scenario().name_of_response(seen.response));
  return path;
}

std::vector<MomentRange> moment_ranges(const Program& program, const Survey& seen) {
  std::vector<MomentRange> ranges;
  for (const Moment& moment : program.scenario().moments) {
    MomentRange range;
    range.moment = static_cast<MomentIndex>(ranges.size());
    range.reachable = seen.entered[ranges.size()] != 0;
    bool any = false;
    for (std::uint32_t i = 0; moment.scored && i < moment.responses.count; ++i) {
      const std::size_t r = moment.responses.first + i;
      if (seen.offered[r] == 0) continue;
      const int gap = program.scenario().responses[r].gap;
      range.lowest_gap = any ? std::min(range.lowest_gap, gap) : gap;
      range.highest_gap = any ? std::max(range.highest_gap, gap) : gap;
      any = true;
    }
    ranges.push_back(range);
  }
  return ranges;
}

}  // namespace mot
