#include "engine/analysis/state_graph.h"

#include <algorithm>
#include <utility>

#include "engine/analysis/each_way.h"

namespace mot {
namespace {

// A power of two; most stories have fewer states than half of it.
constexpr std::size_t kFirstTable = 8192;

std::uint32_t hash_words(std::span<const std::int32_t> words) {
  std::uint64_t h = 0x9e3779b97f4a7c15ULL;
  for (const std::int32_t w : words) {
    h ^= static_cast<std::uint32_t>(w);
    h *= 0xbf58476d1ce4e5b9ULL;
    h ^= h >> 29U;
  }
  return static_cast<std::uint32_t>(h ^ (h >> 32U));
}

// Sees nothing, and costs nothing.
struct NoWatch : NoWitness {
  void asked(StateId, ResponseIndex, const State&) {}
  void chosen(StateId, ResponseIndex, const State&, const State&) {}
  void arrived(ResponseIndex, const State&) {}
};

}  // namespace

StateGraph::StateGraph(const Program& program,
                       const GraphLimits& limits,
                       bool count_turns,
                       bool texts,
                       GraphWatch* watch)
    : program_(&program),
      liveness_(program, texts),
      count_turns_(count_turns),
      from_(program.blank_state()),
      after_(from_) {
  table_.resize(kFirstTable);
  // Place, whether something was scored, mood and turn, and all the rest.
  key_.resize(4 + 2 * from_.bits.size() + from_.variables.size());
  NoWatch nobody;
  if (watch != nullptr)
    explore(limits, *watch);
  else
    explore(limits, nobody);
  if (!complete_) return;
  cancelled_ = !find_components(limits.cancel);
  complete_ = !cancelled_;
  if (complete_) measure();
}

bool StateGraph::is_ending(StateId s) const {
  return program_->stop(nodes_[s].place).kind == MomentKind::ending;
}

std::span<const std::int32_t> StateGraph::pack(const State& state) const {
  const MomentIndex place = state.place;
  std::int32_t* word = key_.data();
  *word++ = place;
  if (program_->stop(place).kind == MomentKind::ending) return {key_.data(), word};
  if (liveness_.scored(place)) *word++ = state.ledger.empty() ? 0 : 1;
  liveness_.each_half_word(place, [&](std::size_t half, std::uint32_t mask) {
    const auto bits = static_cast<std::uint32_t>(state.bits[half / 2] >> (half % 2 * 32));
    *word++ = static_cast<std::int32_t>(bits & mask);
  });
  liveness_.each_variable(place, [&](std::size_t v) { *word++ = state.variables[v]; });
  if (liveness_.mood(place)) *word++ = state.mood;
  if (count_turns_ || liveness_.turn(place)) *word++ = state.turn;
  return {key_.data(), word};
}

void StateGraph::unpack(StateId id, State& state) const {
  const std::int32_t* word = words_.data() + nodes_[id].first_word;
  const MomentIndex place = *word++;
  state.place = place;
  state.mood = 0;
  state.turn = 0;
  state.ledger = {};
  std::fill(state.variables.begin(), state.variables.end(), 0);
  std::fill(state.bits.begin(), state.bits.end(), 0);
  if (program_->stop(place).kind == MomentKind::ending) return;
  if (liveness_.scored(place)) state.ledger.sum_weight = *word++;
  liveness_.each_half_word(place, [&](std::size_t half, std::uint32_t) {
    const auto bits = static_cast<std::uint32_t>(*word++);
    state.bits[half / 2] |= std::uint64_t{bits} << (half % 2 * 32);
  });
  liveness_.each_variable(place, [&](std::size_t v) { state.variables[v] = *word++; });
  if (liveness_.mood(place)) state.mood = *word++;
  if (count_turns_ || liveness_.turn(place)) state.turn = *word++;
}

std::size_t StateGraph::probe(std::uint32_t hash, std::span<const std::int32_t> key) const {
  const std::size_t mask = table_.size() - 1;
  std::size_t at = hash & mask;
  for (; table_[at].state != kNoState; at = (at + 1) & mask) {
    if (table_[at].hash != hash) continue;
    const Node& node = nodes_[table_[at].state];
    if (node.words == key.size() &&
        std::equal(key.begin(), key.end(), words_.begin() + node.first_word))
      return at;
  }
  return at;
}

void StateGraph::grow_table() {
  const std::vector<Entry> old = std::exchange(table_, std::vector<Entry>(table_.size() * 2));
  const std::size_t mask = table_.size() - 1;
  for (const Entry& entry : old) {
    if (entry.state == kNoState) continue;
    std::size_t at = entry.hash & mask;
    while (table_[at].state != kNoState) at = (at + 1) & mask;
    table_[at] = entry;
  }
}

StateId StateGraph::intern(State& state, StateId parent, ResponseIndex response) {
  const std::span<const std::int32_t> key = pack(state);
  const std::uint32_t hash = hash_words(key);
  const std::size_t at = probe(hash, key);
  if (table_[at].state != kNoState) return table_[at].state;
  const auto id = static_cast<StateId>(nodes_.size());
  table_[at] = {hash, id};
  Node node;
  node.place = state.place;
  // Found breadth first, so that no way here is shorter.
  if (parent != kNoState) node.depth = static_cast<std::uint16_t>(nodes_[parent].depth + 1);
  node.first_word = static_cast<std::uint32_t>(words_.size());
  node.words = static_cast<std::uint32_t>(key.size());
  node.parent = parent;
  node.parent_response = response;
  nodes_.push_back(node);
  words_.insert(words_.end(), key.begin(), key.end());
  if (nodes_.size() * 2 > table_.size()) grow_table();
  return id;
}

State StateGraph::state(StateId s) const {
  State into = program_->blank_state();
  unpack(s, into);
  return into;
}

void StateGraph::state(StateId s, State& into) const { unpack(s, into); }

StateId StateGraph::find(const State& state) const {
  const std::span<const std::int32_t> key = pack(state);
  return table_[probe(hash_words(key), key)].state;
}

template <class Watch>
void StateGraph::explore(const GraphLimits& limits, Watch& watch) {
  const auto arrived = [&](State& state, double probability) {
    beginnings_.push_back({intern(state, kNoState, kNone), probability});
  };
  if (!each_beginning(*program_, watch, arrived)) return;
  constexpr std::size_t kReportEvery = 16'384;
  cancelled_ = is_cancelled(limits.cancel);
  CancelCheck cancelled(limits.cancel);
  for (std::size_t s = 0; s < nodes_.size() && !cancelled_; ++s) {
    if (nodes_.size() > limits.states) return;
    if (s % kReportEvery == 0 && limits.progress) limits.progress(nodes_.size());
    cancelled_ = cancelled();
    if (!expand(static_cast<StateId>(s), watch)) return;
  }
  complete_ = !cancelled_ && nodes_.size() <= limits.states;
}

// False where fate has too many sequences.
template <class Watch>
bool StateGraph::expand(StateId id, Watch& watch) {
  unpack(id, from_);
  nodes_[id].first_choice = static_cast<std::uint32_t>(choices_.size());
  if (program_->stop(from_.place).kind == MomentKind::ending) return true;
  if (nodes_[id].depth >= kMaxTurns) {
    reaches_limit_ = true;
    return true;
  }
  const auto chosen = [&](ResponseIndex response) {
    GraphChoice choice;
    choice.response = response;
    choice.gap = program_->choice(response).gap;
    choice.weight = program_->choice(response).weight;
    choice.first_target = static_cast<std::uint32_t>(targets_.size());
    choices_.push_back(choice);
    ++nodes_[id].choices;
  };
  const auto arrived = [&](State& after, double probability) {
    targets_.push_back({intern(after, id, choices_.back().response), probability});
    ++choices_.back().targets;
  };
  if (each_way(*program_, id, from_, after_, watch, chosen, arrived)) return true;
  // The last was not followed to its end.
  choices_.pop_back();
  --nodes_[id].choices;
  return false;
}

// Tarjan's algorithm without recursion; components come out with targets first. False where it was
// given up.
bool StateGraph::find_components(CancelFlag cancel) {
  constexpr std::uint32_t kNew = 0xFFFFFFFFU;
  std::vector<std::uint32_t> index(nodes_.size(), kNew);
  std::vector<std::uint32_t> low(nodes_.size(), 0);
  std::vector<char> on_stack(nodes_.size(), 0);
  std::vector<StateId> stack;
  struct Visit {
    StateId state;
    std::uint32_t edge;
    std::uint32_t edges;
  };
  std::vector<Visit> path;
  component_.assign(nodes_.size(), 0);
  std::uint32_t next_index = 0;
  std::uint32_t components = 0;
  const auto enter = [&](StateId s) {
    index[s] = low[s] = next_index++;
    stack.push_back(s);
    on_stack[s] = 1;
    // All targets of all choices of a state lie together.
    const auto own = choices(s);
    const std::uint32_t edges =
        own.empty() ? 0 : own.back().first_target + own.back().targets - own.front().first_target;
    path.push_back({s, 0, edges});
  };
  CancelCheck cancelled(cancel);
  for (StateId root = 0; root < nodes_.size(); ++root) {
    if (index[root] != kNew) continue;
    enter(root);
    while (!path.empty()) {
      if (cancelled()) return false;
      Visit& top = path.back();
      const StateId s = top.state;
      if (top.edge < top.edges) {
        const StateId t = targets_[choices(s).front().first_target + top.edge++].state;
        if (index[t] == kNew) {
          enter(t);
        } else if (on_stack[t] != 0) {
          low[s] = std::min(low[s], index[t]);
          if (t == s) acyclic_ = false;
        }
        continue;
      }
      path.pop_back();
      if (!path.empty()) low[path.back().state] = std::min(low[path.back().state], low[s]);
      if (low[s] != index[s]) continue;
      if (stack.back() != s) acyclic_ = false;
      for (StateId t = kNoState; t != s;) {
        t = stack.back();
        stack.pop_back();
        on_stack[t] = 0;
        component_[t] = components;
        order_.push_back(t);
      }
      ++components;
    }
  }
  return true;
}

std::span<const StateId> StateGraph::circle(StateId s) const {
  const std::uint32_t component = component_[s];
  // Each state is a component of its own.
  if (acyclic_) return std::span(order_).subspan(component, 1);
  const auto first = std::partition_point(
      order_.begin(), order_.end(), [&](StateId other) { return component_[other] < component; });
  auto last = first;
  while (last != order_.end() && component_[*last] == component) ++last;
  return {first, last};
}

void StateGraph::measure() {
  if (!acyclic_) return;
  std::vector<std::uint32_t> length(nodes_.size(), 0);
  for (const StateId s : order_) {
    for (const GraphChoice& choice : choices(s)) {
      for (const GraphTarget& target : targets(choice))
        length[s] = std::max(length[s], length[target.state] + 1);
    }
    longest_ = std::max(longest_, length[s]);
  }
}

bool StateGraph::acyclic_but_for_turns() const {
  if (!acyclic_) return false;
  const auto turned = [this](StateId s) {
    return !is_ending(s) && (count_turns_ || liveness_.turn(nodes_[s].place));
  };
  std::vector<StateId> states(nodes_.size());
  for (StateId s = 0; s < states.size(); ++s) states[s] = s;
  if (std::none_of(states.begin(), states.end(), turned)) return true;
  // The turn is the last word.
  const auto words_of = [&](StateId s) {
    const auto first = words_.begin() + nodes_[s].first_word;
    return std::pair(first, first + nodes_[s].words - (turned(s) ? 1 : 0));
  };
  const auto compare = [&](StateId a, StateId b) {
    const auto x = words_of(a);
    const auto y = words_of(b);
    return std::lexicographical_compare(x.first, x.second, y.first, y.second);
  };
  std::sort(states.begin(), states.end(), compare);
  std::vector<std::uint32_t> group(nodes_.size(), 0);
  std::uint32_t groups = 0;
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (i > 0 && compare(states[i - 1], states[i])) ++groups;
    group[states[i]] = groups;
  }
  // Groups that nothing open leads to are taken away, one after the other.
  std::vector<std::uint32_t> open(groups + 1, 0);
  const auto each_target = [&](StateId s, auto&& with) {
    for (const GraphChoice& choice : choices(s)) {
      for (const GraphTarget& target : targets(choice)) with(group[target.state]);
    }
  };
  for (const StateId s : states) each_target(s, [&](std::uint32_t to) { ++open[to]; });
  std::vector<std::size_t> first(groups + 2, states.size());
  for (std::size_t i = states.size(); i-- > 0;) first[group[states[i]]] = i;
  std::vector<std::uint32_t> ready;
  for (std::uint32_t g = 0; g <= groups; ++g) {
    if (open[g] == 0) ready.push_back(g);
  }
  for (std::size_t i = 0; i < ready.size(); ++i) {
    for (std::size_t k = first[ready[i]]; k < first[ready[i] + 1]; ++k)
      each_target(states[k], [&](std::uint32_t to) {
        if (--open[to] == 0) ready.push_back(to);
      });
  }
  return ready.size() == groups + 1;
}

std::vector<std::string> StateGraph::witness(StateId s) const {
  std::vector<std::string> names;
  for (; s != kNoState && nodes_[s].parent != kNoState; s = nodes_[s].parent)
    names.push_back(program_->scenario().name_of_response(nodes_[s].parent_response));
  std::reverse(names.begin(), names.end());
  return names;
}

}  // namespace mot
