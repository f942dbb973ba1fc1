// A scenario compiled for playing: the numbers of a choice in one small record, conditions over
// slots of the state, nothing else. Made once per scenario; step.h runs it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/base/prefetch.h"
#include "engine/encounter/short_form.h"
#include "engine/encounter/state.h"
#include "engine/scenario/model.h"

namespace mot {

/// Bits of a state.
inline bool bit_of(const State& state, std::int32_t slot) {
  const auto s = static_cast<std::uint32_t>(slot);
  return ((state.bits[s / 64] >> (s % 64)) & 1U) != 0;
}
inline void set_bit(State& state, std::int32_t slot) {
  const auto s = static_cast<std::uint32_t>(slot);
  state.bits[s / 64] |= std::uint64_t{1} << (s % 64);
}

/// The same where `slot` ≥ 0, nothing where it is −1; without a jump, which could not be guessed.
/// Requires bits of at least one word.
inline void set_bit_if_any(State& state, std::int32_t slot) {
  const auto s = static_cast<std::uint32_t>(slot >= 0 ? slot : 0);
  state.bits[s / 64] |= std::uint64_t{slot >= 0} << (s % 64);
}

/// A compiled scenario. Immutable; safe to share between threads. The scenario must outlive it.
class Program {
 public:
  explicit Program(const Scenario& scenario);

  const Scenario& scenario() const { return *scenario_; }

  /// The scenario's content hash (content_hash.h), kept by every playthrough.
  const std::string& content() const { return content_; }

  /// The state before the first moment is entered; place is kNone.
  State blank_state() const;

  /// What step needs of a response. What most responses have is here, so that a choice touches
  /// little memory.
  struct Choice {
    /// Where to go when there is one unconditional route, else kNone.
    MomentIndex target = kNone;
    /// Index into rares, meaningful with has_rare.
    std::uint32_t rare = 0;
    /// The first bit set by the choice, or −1.
    std::int32_t first_slot = -1;
    /// The only assignment, where there is one of this form; else one that changes nothing.
    ShortAssignment short_set;
    /// Hundredths; 0 where the moment is not scored.
    std::int16_t gap = 0;
    /// 0 where the moment is not scored.
    std::uint8_t weight = 0;
    /// Something of `rare` is set: conditions, slots, assignments, routes.
    bool has_rare : 1 = false;
    bool has_when : 1 = false;
    bool has_once : 1 = false;
    /// There are assignments other than short_set; more slots than first_slot.
    bool has_long_sets : 1 = false;
    bool has_more_slots : 1 = false;
  };
  /// What few responses have.
  struct Rare {
    CodeRange when;
    Range sets;
    /// Empty where the choice has a target.
    Range routes;
    /// Bits set by the choice (chose, once, knows): range in slot_list.
    Range slots;
    /// Bit that `once` asks about, or −1.
    std::int32_t once_slot = -1;
  };
  /// What step needs of a moment. Aligned so that none lies across two cache lines.
  struct alignas(32) Stop {
    /// Lines: where to go when there is one unconditional route, else kNone.
    MomentIndex target = kNone;
    /// Bit that visited() asks about, or −1.
    std::int32_t visited_slot = -1;
    /// Decisions: the choices. Lines: the routes. Fate: the branches.
    Range range;
    /// Fate: the sum of the odds.
    std::int32_t odds = 0;
    /// Decisions: responses that are always on offer, one bit each, the lowest the first.
    std::uint32_t always = 0;
    /// Decisions: the conditions of the others.
    std::uint32_t first_condition = 0;
    std::uint8_t conditions = 0;
    MomentKind kind = MomentKind::line;
    bool scored = false;
  };
  static_assert(sizeof(Stop) == 32);
  struct CompiledLeave {
    CodeRange when;
    ShortCondition condition;
    MomentIndex target = kNone;
    std::int32_t slot = 0;
  };

  const Choice& choice(ResponseIndex r) const { return choices_[static_cast<std::size_t>(r)]; }
  const Rare& rare(const Choice& c) const { return rares_[c.rare]; }
  const Stop& stop(MomentIndex m) const { return stops_[static_cast<std::size_t>(m)]; }
  /// Asks for what offers() and the next choice will read. Requires a decision.
  void prefetch_choices(const Stop& decision) const {
    prefetch(conditions_.data() + decision.first_condition);
    prefetch(choices_.data() + decision.range.first);
    prefetch(choices_.data() + decision.range.first + decision.range.count - 1);
  }

  std::span<const CompiledLeave> leaves() const { return leaves_; }
  std::span<const std::int32_t> slots(Range range) const {
    return std::span(slot_list_).subspan(range.first, range.count);
  }

  /// Slot of a need's bit, or −1 where no condition asks.
  std::int32_t need_slot(std::int32_t need) const {
    return need_slots_[static_cast<std::size_t>(need)];
  }
  /// Slot of a moment's or a response's bit, or −1 where neither a condition nor `once` asks.
  std::int32_t visited_slot(MomentIndex m) const { return stop(m).visited_slot; }
  std::int32_t chose_slot(ResponseIndex r) const {
    return chose_slots_[static_cast<std::size_t>(r)];
  }
  std::size_t slot_count() const { return slot_count_; }

  /// Whether a condition of the scenario holds in a state; true for no condition.
  bool holds(CodeRange code, const State& state) const {
    return code.empty() || value(code, state) != 0;
  }
  /// The value of an expression of the scenario in a state; 1 for no code.
  std::int32_t value(CodeRange code, const State& state) const;

  /// Whether a response is on offer at its moment in this state: its condition holds, and it was
  /// not chosen if it may be chosen once.
  bool offered(ResponseIndex r, const State& state) const {
    const Choice& c = choice(r);
    if (!c.has_when && !c.has_once) return true;
    const Rare& asked = rare(c);
    if (c.has_once && bit_of(state, asked.once_slot)) return false;
    return holds(asked.when, state);
  }
  /// The responses on offer at a decision in this state, one bit each, the lowest the first in the
  /// file. Requires a decision.
  std::uint32_t offers(MomentIndex decision, const State& state) const {
    const Stop& at = stop(decision);
    std::uint32_t on_offer = at.always;
    const ShortCondition* condition = conditions_.data() + at.first_condition;
    for (unsigned i = 0; i < at.conditions; ++i, ++condition) {
      on_offer |= static_cast<std::uint32_t>(passes(*condition, state)) << condition->response;
    }
    return on_offer;
  }

  /// Whether a condition in its short form holds.
  bool passes(const ShortCondition& condition, const State& state) const {
    return condition.is_single() ? within(condition, state) : passes_longer(condition, state);
  }

  /// The condition of a route, by its place in Scenario::routes, in its short form.
  const ShortCondition& route_condition(std::uint32_t route) const {
    return route_conditions_[route];
  }

 private:
  void find_slots();
  void compile_responses();
  void compile_moments();
  void compile_leaves();
  void compile_routes();
  void compile_code();
  void compile_conditions(const Moment& moment, Stop& stop);
  ShortCondition once_and(const ShortCondition& when, std::int32_t chose_slot);
  bool passes_longer(const ShortCondition& condition, const State& state) const;

  const Scenario* scenario_;
  std::string content_;
  std::vector<Choice> choices_;
  std::vector<Rare> rares_;
  std::vector<Stop> stops_;
  /// Of the responses that are not always on offer, those of one moment together.
  std::vector<ShortCondition> conditions_;
  /// Beside Scenario::routes.
  std::vector<ShortCondition> route_conditions_;
  /// What conditions with source `all` and `any` consist of.
  std::vector<ShortCondition> parts_;
  std::vector<CompiledLeave> leaves_;
  std::vector<std::int32_t> slot_list_;
  std::vector<std::int32_t> need_slots_;
  std::vector<std::int32_t> chose_slots_;
  std::size_t slot_count_ = 0;
  /// The scenario's code, same ranges, with slots in place of moments, responses and needs.
  std::vector<Op> code_;
};

}  // namespace mot
