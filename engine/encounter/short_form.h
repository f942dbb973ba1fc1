// Conditions and assignments in the forms that authors mostly write ("promised > 20", "not
// visited(lift)", "asked + 1"), checked and made without interpreting code: this is what makes
// playing quick. Program falls back on code for everything else.
#pragma once

#include <cstdint>
#include <span>

#include "engine/encounter/state.h"
#include "engine/scenario/expression.h"

namespace mot {

/// One value of a state within bounds, or a reference to code.
struct ShortCondition {
  enum class Source : std::uint8_t { turn, mood, variable, bit, code };
  /// Bounds of the value, both included. Code: its first op and their number.
  std::int32_t least = 0;
  std::int32_t most = 0;
  /// A variable, or a slot. Code: a slot that must also be clear, or −1.
  std::int32_t index = 0;
  Source source = Source::code;
  /// Of a decision's conditions: the response that has it, by its place in the moment.
  std::uint8_t response = 0;
};

/// The short form of code that works on slots; source `code` where it has none.
ShortCondition short_condition(std::span<const Op> code, CodeRange range);

/// A variable gets another's value, or nothing, plus a number.
struct ShortAssignment {
  /// −1: nothing is assigned.
  std::int16_t variable = -1;
  /// A variable, or −1: zero.
  std::int16_t from = -1;
  std::int32_t add = 0;
};

/// The short form of `variable = code`; its variable is −1 where there is none.
ShortAssignment short_assignment(std::int32_t variable, std::span<const Op> code);

/// Whether a condition holds. Requires a source other than code, and bits of at least one word.
inline bool within(const ShortCondition& condition, const State& state) {
  using Source = ShortCondition::Source;
  // Both kinds of value are loaded and one is taken: cheaper than guessing which it is.
  const bool is_bit = condition.source == Source::bit;
  const auto slot = static_cast<std::uint32_t>(is_bit ? condition.index : 0);
  const auto bit = static_cast<std::int32_t>((state.bits[slot / 64] >> (slot % 64)) & 1U);
  const std::int32_t* number = condition.source == Source::turn ? &state.turn : &state.mood;
  if (condition.source == Source::variable) number = state.variables.data() + condition.index;
  const std::int32_t value = is_bit ? bit : *number;
  return (value >= condition.least) & (value <= condition.most);
}

}  // namespace mot
