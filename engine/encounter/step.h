// The only dynamics: what a choice does to a state. A session gives it drawn fate, the solver all
// branches, a replay the recorded ones.
// Order of effects: docs/scenario_format.md, "What a choice does".
#pragma once

#include <cstdint>
#include <vector>

#include "engine/customer/mood.h"
#include "engine/encounter/program.h"

namespace mot {

/// Sees what happens on the way, in order. step() with the default does nothing with it.
struct NoWitness {
  /// A moment is entered; `state` is as before it counts as visited, when its `says` is chosen.
  void entered(MomentIndex, const State&) {}
};

/// The target of the first route whose condition holds; kNone where none does (never in a scenario
/// without errors).
MomentIndex route_target(const Program& program, Range routes, const State& state);

/// Enters `target` and follows lines, fate and routes to the next decision or ending, which becomes
/// state.place. `fate(moment, turn, index)` returns a branch by its place in the list; index counts
/// the fates of this turn from 0. Requires a scenario without errors, so that this ends.
template <class Fate, class Witness>
void follow(const Program& program,
            State& state,
            MomentIndex target,
            Fate&& fate,
            Witness&& witness) {
  std::int32_t fate_index = 0;
  for (;;) {
    const Program::Stop& stop = program.stop(target);
    witness.entered(target, state);
    set_bit_if_any(state, stop.visited_slot);
    switch (stop.kind) {
      case MomentKind::decision: program.prefetch_choices(stop); [[fallthrough]];
      case MomentKind::ending: state.place = target; return;
      case MomentKind::line:
        target = stop.target != kNone ? stop.target : route_target(program, stop.range, state);
        break;
      case MomentKind::fate: {
        const auto branch = static_cast<std::uint32_t>(fate(target, state.turn, fate_index++));
        target = program.scenario().branches[stop.range.first + branch].target;
        break;
      }
    }
  }
}

/// Brings a blank state to its first decision or ending.
template <class Fate, class Witness = NoWitness>
void begin(const Program& program, State& state, Fate&& fate, Witness&& witness = {}) {
  follow(program, state, program.scenario().start, fate, witness);
}

/// The part of a choice before `next` is followed: turn, chose, knows, gap, memory, mood, set,
/// leaves. Returns where to go.
MomentIndex apply_choice(const Program& program, State& state, ResponseIndex response);

/// Makes a choice. Requires a state at the response's decision with the response on offer. Never
/// allocates.
template <class Fate, class Witness = NoWitness>
void step(const Program& program,
          State& state,
          ResponseIndex response,
          Fate&& fate,
          Witness&& witness = {}) {
  const MomentIndex target = apply_choice(program, state, response);
  follow(program, state, target, fate, witness);
}

/// The branch that a session with this seed meets at a fate: from (seed, turn, index), nothing
/// else, so that rewinding keeps the same luck. Requires a moment of fate.
std::int32_t drawn_branch(const Program& program,
                          std::uint32_t seed,
                          MomentIndex moment,
                          std::int32_t turn,
                          std::int32_t index);

/// A state that may follow, with the product of the odds of its branches of fate (probability =
/// odds / total).
struct Successor {
  double probability = 1.0;
  State state;
};

/// All states a choice may lead to, one for each sequence of branches of fate, in the order of the
/// branches. Their probabilities sum to 1.
std::vector<Successor> successors(const Program& program,
                                  const State& state,
                                  ResponseIndex response);

/// The same for the way from the start to the first decision or ending.
std::vector<Successor> beginnings(const Program& program);

}  // namespace mot
