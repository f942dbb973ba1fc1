#include "engine/encounter/step.h"

#include <array>

#include "engine/base/draw.h"

namespace mot {
namespace {

/// As many variables as a scenario may have.
constexpr std::size_t kMaxVariables = 256;

/// Every right-hand side sees the values from before.
void assign_all(const Program& program, State& state, const Program::Rare& rare) {
  const auto sets =
      std::span(program.scenario().assignments).subspan(rare.sets.first, rare.sets.count);
  std::array<std::int32_t, kMaxVariables> values;  // NOLINT(*-member-init): filled just below
  std::size_t i = 0;
  for (const Assignment& set : sets) values[i++] = program.value(set.value, state);
  i = 0;
  for (const Assignment& set : sets) {
    state.variables[static_cast<std::size_t>(set.variable)] = values[i++];
  }
}

/// Takes the branches of a given path, and the first branch of every fate beyond it.
struct PathFate {
  struct Taken {
    std::int32_t branch = 0;
    MomentIndex moment = kNone;
  };
  const Program& program;
  std::vector<Taken>& path;
  std::size_t met = 0;

  std::int32_t operator()(MomentIndex moment, std::int32_t, std::int32_t) {
    if (met == path.size()) path.push_back({0, moment});
    return path[met++].branch;
  }
};

/// Moves to the next path in the order of the branches; false after the last.
bool next_path(const Program& program, std::vector<PathFate::Taken>& path) {
  while (!path.empty()) {
    const Range branches = program.stop(path.back().moment).range;
    if (static_cast<std::uint32_t>(++path.back().branch) < branches.count) return true;
    path.pop_back();
  }
  return false;
}

double probability_of(const Program& program, const std::vector<PathFate::Taken>& path) {
  double probability = 1.0;
  for (const PathFate::Taken& taken : path) {
    const Program::Stop& stop = program.stop(taken.moment);
    const std::uint32_t branch = stop.range.first + static_cast<std::uint32_t>(taken.branch);
    probability *= static_cast<double>(program.scenario().branches[branch].odds) / stop.odds;
  }
  return probability;
}

std::vector<Successor> all_ways(const Program& program, const State& from, MomentIndex target) {
  std::vector<Successor> ways;
  std::vector<PathFate::Taken> path;
  do {
    ways.push_back({1.0, from});
    follow(program, ways.back().state, target, PathFate{program, path}, NoWitness{});
    ways.back().probability = probability_of(program, path);
  } while (next_path(program, path));
  return ways;
}

}  // namespace

MomentIndex route_target(const Program& program, Range routes, const State& state) {
  for (std::uint32_t i = routes.first; i < routes.first + routes.count; ++i) {
    if (program.passes(program.route_condition(i), state))
      return program.scenario().routes[i].target;
  }
  return kNone;
}

MomentIndex apply_choice(const Program& program, State& state, ResponseIndex response) {
  const Program::Choice& choice = program.choice(response);
  ++state.turn;
  set_bit_if_any(state, choice.first_slot);
  if (choice.has_more_slots) {
    for (const std::int32_t slot : program.slots(program.rare(choice).slots)) set_bit(state, slot);
  }
  if (choice.weight != 0) {
    remember(state.ledger, choice.weight, choice.gap);
    state.mood = mood_after(state.mood, choice.gap);
  }
  if (!state.variables.empty()) assign(state, choice.short_set);
  if (choice.has_long_sets) assign_all(program, state, program.rare(choice));
  if (!state.ledger.empty()) {
    for (const Program::CompiledLeave& leave : program.leaves()) {
      if (!program.passes(leave.condition, state) || bit_of(state, leave.slot)) continue;
      set_bit(state, leave.slot);
      return leave.target;
    }
  }
  if (choice.target != kNone) return choice.target;
  return route_target(program, program.rare(choice).routes, state);
}

std::int32_t drawn_branch(const Program& program,
                          std::uint32_t seed,
                          MomentIndex moment,
                          std::int32_t turn,
                          std::int32_t index) {
  const Program::Stop& stop = program.stop(moment);
  const std::uint64_t bits =
      draw(seed, Stream::fate, static_cast<std::uint64_t>(turn), static_cast<std::uint64_t>(index));
  auto left = static_cast<std::int32_t>(below(bits, static_cast<std::uint32_t>(stop.odds)));
  std::int32_t branch = 0;
  const FateBranch* candidate = &program.scenario().branches[stop.range.first];
  for (; left >= candidate->odds; ++candidate, ++branch) left -= candidate->odds;
  return branch;
}

std::vector<Successor> successors(const Program& program,
                                  const State& state,
                                  ResponseIndex response) {
  State after = state;
  const MomentIndex target = apply_choice(program, after, response);
  return all_ways(program, after, target);
}

std::vector<Successor> beginnings(const Program& program) {
  return all_ways(program, program.blank_state(), program.scenario().start);
}

}  // namespace mot
