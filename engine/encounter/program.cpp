#include "engine/encounter/program.h"

#include "engine/encounter/content_hash.h"

namespace mot {
namespace {

/// What the ops of a scenario's code see of a state; arguments are slots already.
struct SlotEnvironment {
  const State& state;
  std::int32_t variable(std::int32_t i) const {
    return state.variables[static_cast<std::size_t>(i)];
  }
  std::int32_t mood() const { return state.mood; }
  std::int32_t turn() const { return state.turn; }
  bool visited(std::int32_t slot) const { return bit_of(state, slot); }
  bool chose(std::int32_t slot) const { return bit_of(state, slot); }
  bool knows(std::int32_t slot) const { return bit_of(state, slot); }
};

/// The target where the first route is unconditional, so that none needs to be looked at.
MomentIndex sure_target(std::span<const Route> routes) {
  return !routes.empty() && routes.front().when.empty() ? routes.front().target : kNone;
}

}  // namespace

Program::Program(const Scenario& scenario)
    : scenario_(&scenario),
      content_(content_hash(scenario)),
      choices_(scenario.responses.size()),
      stops_(scenario.moments.size()),
      need_slots_(scenario.needs.size(), -1),
      chose_slots_(scenario.responses.size(), -1) {
  find_slots();
  compile_code();
  compile_responses();
  compile_moments();
  compile_routes();
  compile_leaves();
}

/// Bits only for what some condition or `once` asks about, in the order of the file; leaves, which
/// always need one, come last.
void Program::find_slots() {
  const auto ask = [](std::int32_t& slot) { slot = 0; };
  for (const Op& op : scenario_->code) {
    const auto i = static_cast<std::size_t>(op.argument);
    if (op.code == OpCode::visited) ask(stops_[i].visited_slot);
    if (op.code == OpCode::chose) ask(chose_slots_[i]);
    if (op.code == OpCode::knows) ask(need_slots_[i]);
  }
  for (std::size_t r = 0; r < chose_slots_.size(); ++r) {
    if (scenario_->responses[r].once) ask(chose_slots_[r]);
  }
  const auto number = [this](std::int32_t& slot) {
    if (slot >= 0) slot = static_cast<std::int32_t>(slot_count_++);
  };
  for (Stop& stop : stops_) number(stop.visited_slot);
  for (std::int32_t& slot : chose_slots_) number(slot);
  for (std::int32_t& slot : need_slots_) number(slot);
}

void Program::compile_responses() {
  for (std::size_t r = 0; r < choices_.size(); ++r) {
    const Response& response = scenario_->responses[r];
    const Moment& moment = scenario_->moments[static_cast<std::size_t>(response.moment)];
    Rare rare;
    rare.slots.first = static_cast<std::uint32_t>(slot_list_.size());
    if (chose_slots_[r] >= 0) slot_list_.push_back(chose_slots_[r]);
    for (const std::int32_t need : scenario_->ids_of(response.uncovers)) {
      if (need_slot(need) >= 0) slot_list_.push_back(need_slot(need));
    }
    rare.slots.count = static_cast<std::uint32_t>(slot_list_.size()) - rare.slots.first;
    rare.when = response.when;
    rare.sets = response.sets;
    rare.once_slot = response.once ? chose_slots_[r] : -1;

    Choice& choice = choices_[r];
    choice.target = sure_target(scenario_->routes_of(response.next));
    if (choice.target == kNone) rare.routes = response.next;
    choice.gap = static_cast<std::int16_t>(moment.scored ? response.gap : 0);
    choice.weight = static_cast<std::uint8_t>(moment.scored ? moment.weight : 0);
    choice.has_when = !response.when.empty();
    choice.has_once = response.once;
    if (!rare.slots.empty()) choice.first_slot = slot_list_[rare.slots.first];
    choice.has_more_slots = rare.slots.count > 1;
    if (rare.sets.count == 1) {
      const Assignment& only = scenario_->sets_of(response).front();
      choice.short_set = short_assignment(
          only.variable, std::span(code_).subspan(only.value.first, only.value.count));
    }
    choice.has_long_sets = !rare.sets.empty() && !choice.short_set.any;
    choice.has_rare = choice.has_when || choice.has_once || !rare.slots.empty() ||
                      !rare.sets.empty() || !rare.routes.empty();
    if (!choice.has_rare) continue;
    choice.rare = static_cast<std::uint32_t>(rares_.size());
    rares_.push_back(rare);
  }
}

void Program::compile_moments() {
  for (std::size_t m = 0; m < stops_.size(); ++m) {
    const Moment& moment = scenario_->moments[m];
    Stop& stop = stops_[m];
    stop.kind = moment.kind;
    stop.scored = moment.scored;
    switch (moment.kind) {
      case MomentKind::decision:
        stop.range = moment.responses;
        compile_conditions(moment, stop);
        break;
      case MomentKind::line:
        stop.range = moment.next;
        stop.target = sure_target(scenario_->routes_of(moment.next));
        break;
      case MomentKind::fate:
        stop.range = moment.chance;
        for (const FateBranch& branch : scenario_->branches_of(moment)) stop.odds += branch.odds;
        break;
      case MomentKind::ending: break;
    }
  }
}

/// Not chosen before, and `when`.
ShortCondition Program::once_and(const ShortCondition& when, std::int32_t chose_slot) {
  const bool always = when.source == ShortCondition::Source::all && when.most == 0;
  ShortCondition condition = when;
  if (always) {
    condition = {};  // the bit alone, within 0 … 0
    condition.source = ShortCondition::Source::bit;
  } else if (when.is_single()) {
    // It becomes the only part of a longer one, which can ask for a clear bit too.
    condition = {};
    condition.source = ShortCondition::Source::all;
    condition.least = static_cast<std::int32_t>(parts_.size());
    condition.most = 1;
    parts_.push_back(when);
  }
  condition.slot = chose_slot;
  return condition;
}

void Program::compile_conditions(const Moment& moment, Stop& stop) {
  stop.first_condition = static_cast<std::uint32_t>(conditions_.size());
  for (std::uint32_t i = 0; i < moment.responses.count; ++i) {
    const Response& response = scenario_->responses[moment.responses.first + i];
    if (!response.once && response.when.empty()) {
      stop.always |= std::uint32_t{1} << i;
      continue;
    }
    const ShortCondition when = short_condition(code_, response.when, parts_);
    ShortCondition condition =
        response.once ? once_and(when, chose_slots_[moment.responses.first + i]) : when;
    condition.response = static_cast<std::uint8_t>(i);
    conditions_.push_back(condition);
  }
  stop.conditions =
      static_cast<std::uint8_t>(conditions_.size() - std::size_t{stop.first_condition});
}

void Program::compile_routes() {
  route_conditions_.reserve(scenario_->routes.size());
  for (const Route& route : scenario_->routes) {
    route_conditions_.push_back(short_condition(code_, route.when, parts_));
  }
}

void Program::compile_leaves() {
  for (const Leave& leave : scenario_->leaves) {
    leaves_.push_back({leave.when, short_condition(code_, leave.when, parts_), leave.target,
                       static_cast<std::int32_t>(slot_count_++)});
  }
}

void Program::compile_code() {
  code_ = scenario_->code;
  for (Op& op : code_) {
    if (op.code == OpCode::visited) op.argument = visited_slot(op.argument);
    if (op.code == OpCode::chose) op.argument = chose_slot(op.argument);
    if (op.code == OpCode::knows) op.argument = need_slot(op.argument);
  }
}

State Program::blank_state() const {
  State state;
  state.mood = scenario_->customer.persona.mood;
  state.variables.reserve(scenario_->variables.size());
  for (const Variable& variable : scenario_->variables) state.variables.push_back(variable.start);
  state.bits.resize(slot_count_ / 64 + 1);
  return state;
}

std::int32_t Program::value(CodeRange code, const State& state) const {
  return evaluate(code_.data() + code.first, code.count, SlotEnvironment{state});
}

bool Program::passes_longer(const ShortCondition& condition, const State& state) const {
  using Source = ShortCondition::Source;
  if (condition.slot >= 0 && bit_of(state, condition.slot)) return false;
  const auto first = static_cast<std::uint32_t>(condition.least);
  const auto count = static_cast<std::uint32_t>(condition.most);
  if (condition.source == Source::code) return holds({first, count}, state);
  // All hold: none fails. Any holds: one does.
  const bool wanted = condition.source == Source::any;
  for (std::uint32_t i = first; i < first + count; ++i) {
    if (within(parts_[i], state) == wanted) return wanted;
  }
  return !wanted;
}

}  // namespace mot
