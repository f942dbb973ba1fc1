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

class Surveyor {
 public:
  explicit Surveyor(const StateGraph& graph)
      : graph_(graph),
        program_(graph.program()),
        fate_(program_),
        here_(program_.blank_state()),
        made_(here_),
        after_(here_),
        left_(here_) {
    seen_.entered.assign(scenario().moments.size(), 0);
    seen_.offered.assign(scenario().responses.size(), 0);
    seen_.outcomes.assign(scenario().code.size(), 0);
    seen_.asked_at.resize(scenario().code.size());
  }

  Survey walk() {
    std::size_t fates = 0;
    do {
      State state = program_.blank_state();
      begin(program_, state, fate_, *this);
    } while (fate_.next() && ++fates < kMostFates);
    for (StateId s = 0; s < graph_.size(); ++s) {
      if (!graph_.is_ending(s) && graph_.depth(s) < kMaxTurns) visit(s);
    }
    return std::move(seen_);
  }

  // For follow(): a moment is entered, and not yet counted as visited.
  void entered(MomentIndex m, const State& state) {
    seen_.entered[static_cast<std::size_t>(m)] = 1;
    const Moment& moment = scenario().moments[static_cast<std::size_t>(m)];
    ask_variants(moment.says, state);
    ask_variants(moment.thinks, state);
    if (moment.kind != MomentKind::line || program_.stop(m).target != kNone) return;
    left_ = state;
    set_bit_if_any(left_, program_.visited_slot(m));
    ask_routes(moment.next, left_);
  }

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
  void ask_variants(Range lines, const State& state) {
    for (const Line& line : scenario().lines_of(lines)) {
      if (ask(line.when, state)) return;
    }
  }
  void ask_routes(Range routes, const State& state) {
    for (const Route& route : scenario().routes_of(routes)) {
      if (ask(route.when, state)) return;
    }
  }

  void visit(StateId s) {
    graph_.state(s, here_);
    const Moment& moment = scenario().moments[static_cast<std::size_t>(here_.place)];
    for (std::uint32_t i = 0; i < moment.responses.count; ++i) {
      const auto r = static_cast<ResponseIndex>(moment.responses.first + i);
      at_ = {s, kNone};
      ask(scenario().responses[static_cast<std::size_t>(r)].when, here_);
      if (!program_.offered(r, here_)) continue;
      seen_.offered[static_cast<std::size_t>(r)] = 1;
      at_ = {s, r};
      choose(r);
    }
  }

  void choose(ResponseIndex r) {
    const Response& response = scenario().responses[static_cast<std::size_t>(r)];
    made_ = here_;
    const MomentIndex target = apply_choice(program_, made_, r);
    if (!ask_leaves()) ask_routes(response.next, made_);
    fate_.restart();
    // Only a graph that is not complete has more.
    std::size_t fates = 0;
    do {
      after_ = made_;
      follow(program_, after_, target, fate_, *this);
      ask_variants(response.reply, after_);
      ask_variants(response.thinks, after_);
    } while (fate_.next() && ++fates < kMostFates);
  }

  // True where the customer leaves.
  bool ask_leaves() {
    if (made_.ledger.empty()) return false;
    std::size_t i = 0;
    for (const Leave& leave : scenario().leaves) {
      if (bit_of(here_, program_.leaves()[i++].slot)) continue;
      if (ask(leave.when, made_)) return true;
    }
    return false;
  }

  const StateGraph& graph_;
  const Program& program_;
  EveryFate fate_;
  Survey seen_;
  SeenAt at_;
  // Where the walk stands, after a choice, after what follows it, and after a line on the way; kept
  // so that walking does not allocate.
  State here_;
  State made_;
  State after_;
  State left_;
};

}  // namespace

Survey survey(const StateGraph& graph) { return Surveyor(graph).walk(); }

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
