#include "engine/analysis/looks.h"

#include <algorithm>

#include "engine/base/utf8.h"
#include "engine/encounter/session.h"
#include "engine/encounter/step.h"

namespace mot {
namespace {

// Ways to decisions are followed through this many states.
constexpr std::size_t kMostFollowed = 20'000;
constexpr double kSame = 1e-6;

// Full states, each after the first way found to it; followed only where asked for.
class StatesOnTheWay {
 public:
  explicit StatesOnTheWay(const StateGraph& graph)
      : graph_(graph), states_(std::min(graph.size(), kMostFollowed)) {
    std::vector<Successor> ways = beginnings(graph.program());
    for (std::size_t i = 0; i < ways.size(); ++i) keep(graph.beginnings()[i].state, ways[i]);
  }

  // States that may be asked for: 0 … size() − 1.
  std::size_t size() const { return states_.size(); }

  const State& at(StateId s) {
    // The states before lie before.
    std::vector<StateId> way;
    for (; states_[s].place == kNone; s = graph_.parent(s)) way.push_back(s);
    for (; !way.empty(); way.pop_back()) {
      follow(s, graph_.parent_response(way.back()));
      s = way.back();
    }
    return states_[s];
  }

 private:
  void keep(StateId s, Successor& found) {
    if (s < states_.size() && states_[s].place == kNone) states_[s] = std::move(found.state);
  }
  // Keeps what a choice leads to. Its targets are in the order of its successors.
  void follow(StateId from, ResponseIndex response) {
    for (const GraphChoice& choice : graph_.choices(from)) {
      if (choice.response != response) continue;
      std::vector<Successor> next = successors(graph_.program(), states_[from], response);
      const auto targets = graph_.targets(choice);
      for (std::size_t i = 0; i < next.size(); ++i) {
        const StateId to = targets[i].state;
        if (graph_.parent(to) == from && graph_.parent_response(to) == response) keep(to, next[i]);
      }
    }
  }

  const StateGraph& graph_;
  std::vector<State> states_;
};

// The values of all responses; false where one is not known.
bool value_responses(Solution& solution, Look& look) {
  look.responses = offers_in(solution.program(), look.state);
  for (const ResponseIndex r : look.responses) {
    const auto value = solution.value_after(look.state, r, Aim::best);
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

std::size_t length_of(const Scenario& scenario, ResponseIndex r) {
  return count_code_points(
      scenario.texts[scenario.responses[static_cast<std::size_t>(r)].text].text);
}

bool is_best(const Look& look, std::size_t i) {
  return look.values[i] >= look.values[look.best] - kSame;
}

}  // namespace

std::vector<Look> look_at_decisions(const StateGraph& graph,
                                    Solution& solution,
                                    const LookOptions& options) {
  if (!solution.exact()) return {};
  const Scenario& scenario = graph.program().scenario();
  StatesOnTheWay states(graph);
  std::vector<std::vector<StateId>> of_moment(scenario.moments.size());
  for (StateId s = 0; s < states.size(); ++s) {
    const MomentIndex place = graph.place(s);
    const Moment& moment = scenario.moments[static_cast<std::size_t>(place)];
    if (moment.scored || (options.free && moment.kind == MomentKind::decision))
      of_moment[static_cast<std::size_t>(place)].push_back(s);
  }
  std::vector<Look> looks;
  for (const std::vector<StateId>& all : of_moment) {
    const std::size_t count = std::min(all.size(), options.each);
    for (std::size_t i = 0; i < count && !is_cancelled(options.cancel); ++i) {
      Look look;
      look.id = all[i * all.size() / count];
      look.state = states.at(look.id);
      if (value_responses(solution, look)) looks.push_back(std::move(look));
    }
  }
  return looks;
}

bool best_is_longest(const Scenario& scenario, const Look& look) {
  std::size_t longest = 0;
  std::size_t most = 0;
  std::size_t as_long = 0;
  for (std::size_t i = 0; i < look.responses.size(); ++i) {
    const std::size_t own = length_of(scenario, look.responses[i]);
    if (own < most) continue;
    as_long = own > most ? 1 : as_long + 1;
    if (own > most) longest = i;
    most = own;
  }
  return look.responses.size() > 1 && as_long == 1 && is_best(look, longest);
}

bool best_is_first(const Look& look) { return look.responses.size() > 1 && is_best(look, 0); }

}  // namespace mot
