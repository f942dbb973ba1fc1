#include "engine/analysis/survey.h"

#include <algorithm>

#include "engine/encounter/step.h"

namespace mot {
namespace {

// Takes the branches of one sequence after another, depth first.
class EveryFate {
 public:
  explicit EveryFate(const Program& program) : program_(program) {}

  std::int32_t operator()(MomentIndex moment, std::int32_t, std::int32_t) {
    if (at_ == path_.size()) path_.push_back({0, program_.stop(moment).range.count});
    return static_cast<std::int32_t>(path_[at_++].branch);
  }
  // Begins again with the first sequence.
  void restart() {
    path_.clear();
    at_ = 0;
  }
  // Moves on to the next sequence; false after the last.
  bool next() {
    at_ = 0;
    while (!path_.empty() && path_.back().branch + 1 == path_.back().branches) path_.pop_back();
    if (path_.empty()) return false;
    ++path_.back().branch;
    return true;
  }

 private:
  struct Met {
    std::uint32_t branch;
    std::uint32_t branches;
  };
  const Program& program_;
  std::vector<Met> path_;
  std::size_t at_ = 0;
};

class Surveyor final : public GraphWatch {
 public:
  explicit Surveyor(const Program& program) : program_(program), left_(program.blank_state()) {
    seen_.entered.assign(scenario().moments.size(), 0);
    seen_.offered.assign(scenario().responses.size(), 0);
    seen_.outcomes.assign(scenario().code.size(), 0);
    seen_.asked_at.resize(scenario().code.size());
  }

  void asked(StateId s, ResponseIndex r, const State& here) override {
    at_ = {s, kNone};
    ask(scenario().responses[static_cast<std::size_t>(r)].when, here);
  }

  void chosen(StateId s, ResponseIndex r, const State& here, const State& made) override {
    seen_.offered[static_cast<std::size_t>(r)] = 1;
    at_ = {s, r};
    const auto routes =
        scenario().routes_of(scenario().responses[static_cast<std::size_t>(r)].next);
    if (!any_open(scenario().leaves) && !any_open(routes)) return;
    if (!ask_leaves(here, made)) ask_first(routes, made);
  }

  void entered(MomentIndex m, const State& state) override {
    seen_.entered[static_cast<std::size_t>(m)] = 1;
    const Moment& moment = scenario().moments[static_cast<std::size_t>(m)];
    ask_variants(moment.says, state);
    ask_variants(moment.thinks, state);
    if (moment.kind != MomentKind::line || program_.stop(m).target != kNone) return;
    const auto routes = scenario().routes_of(moment.next);
    if (!any_open(routes)) return;
    left_ = state;
    set_bit_if_any(left_, program_.visited_slot(m));
    ask_first(routes, left_);
  }

  void arrived(ResponseIndex r, const State& after) override {
    const Response& response = scenario().responses[static_cast<std::size_t>(r)];
    ask_variants(response.reply, after);
    ask_variants(response.thinks, after);
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
  void ask_variants(Range range, const State& state) {
    const auto lines = scenario().lines_of(range);
    if (any_open(lines)) ask_first(lines, state);
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
  // After a line on the way; kept so that it need not be allocated.
  State left_;
};

// Goes over a graph as exploring did.
class Walk {
 public:
  explicit Walk(const StateGraph& graph)
      : graph_(graph),
        program_(graph.program()),
        fate_(program_),
        here_(program_.blank_state()),
        made_(here_),
        after_(here_) {}

  void over(Surveyor& watch) {
    each_fate([&] {
      State state = program_.blank_state();
      begin(program_, state, fate_, watch);
    });
    for (StateId s = 0; s < graph_.size(); ++s) {
      if (!graph_.is_ending(s) && graph_.depth(s) < kMaxTurns) visit(s, watch);
    }
  }

 private:
  template <class Follow>
  void each_fate(Follow&& follow) {
    fate_.restart();
    // Only a graph that is not complete has more.
    std::size_t fates = 0;
    do {
      follow();
    } while (fate_.next() && ++fates < kMostFates);
  }

  void visit(StateId s, Surveyor& watch) {
    graph_.state(s, here_);
    const Program::Stop& stop = program_.stop(here_.place);
    for (std::uint32_t i = 0; i < stop.range.count; ++i) {
      const auto r = static_cast<ResponseIndex>(stop.range.first + i);
      watch.asked(s, r, here_);
      if (!program_.offered(r, here_)) continue;
      made_ = here_;
      const MomentIndex target = apply_choice(program_, made_, r);
      watch.chosen(s, r, here_, made_);
      each_fate([&] {
        after_ = made_;
        follow(program_, after_, target, fate_, watch);
        watch.arrived(r, after_);
      });
    }
  }

  const StateGraph& graph_;
  const Program& program_;
  EveryFate fate_;
  // Where the walk stands, after a choice, and after what follows it; kept so that walking does not
  // allocate.
  State here_;
  State made_;
  State after_;
};

}  // namespace

Survey survey(const StateGraph& graph) {
  Surveyor surveyor(graph.program());
  Walk(graph).over(surveyor);
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
