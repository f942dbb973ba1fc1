// Conditions and assignments in the forms that authors mostly write ("promised > 20", "not
// visited(lift)", "asked + 1"), checked and made without interpreting code: this is what makes
// playing quick. Program falls back on code for everything else.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "engine/encounter/state.h"
#include "engine/scenario/expression.h"

namespace mot {

/// One value of a state within bounds, or where something longer is found.
struct ShortCondition {
  enum class Source : std::uint8_t {
    turn,
    mood,
    variable,
    bit,
    /// Short conditions of which all, or any, must hold.
    all,
    any,
    code
  };
  /// Bounds of the value, both included. Of the longer ones: the first part or op, their number.
  std::int32_t least = 0;
  std::int32_t most = 0;
  /// The bit. Of the longer ones: one that must also be clear, or −1. Else 0.
  std::int32_t slot = 0;
  /// The variable. Else 0.
  std::uint8_t variable = 0;
  Source source = Source::code;
  /// Of a decision's conditions: the response that has it, by its place in the moment.
  std::uint8_t response = 0;

  bool is_single() const { return source <= Source::bit; }
};

/// The short form of code that works on slots; parts of a longer one are appended to `parts`. No
/// code: a condition that always holds. Source `code` where there is no short form.
ShortCondition short_condition(std::span<const Op> code,
                               CodeRange range,
                               std::vector<ShortCondition>& parts);

/// A variable gets another's value, or zero, plus a number. By default variable 0 stays as it is.
struct ShortAssignment {
  std::int32_t add = 0;
  std::uint8_t variable = 0;
  std::uint8_t from = 0;
  /// −1: the value of `from` counts; 0: it does not.
  std::int8_t mask = -1;
  /// Something is assigned.
  bool any = false;
};

/// The short form of `variable = code`, or one that assigns nothing where there is none.
ShortAssignment short_assignment(std::int32_t variable, std::span<const Op> code);

/// Assigns. Requires a variable.
inline void assign(State& state, const ShortAssignment& set) {
  std::int32_t* variables = state.variables.data();
  const std::int32_t from = variables[set.from] & set.mask;
  variables[set.variable] = static_cast<std::int32_t>(std::clamp<std::int64_t>(
      std::int64_t{from} + set.add, std::numeric_limits<std::int32_t>::min(),
      std::numeric_limits<std::int32_t>::max()));
}

/// Whether a single condition holds. Requires bits of at least one word.
inline bool within(const ShortCondition& condition, const State& state) {
  // A number and a bit are loaded and one of them is taken, without a jump: which it will be, the
  // processor could not guess.
  const std::int32_t* numbers[] = {&state.turn, &state.mood, state.variables.data(), &state.turn};
  const std::int32_t number =
      numbers[static_cast<std::size_t>(condition.source)][condition.variable];
  const auto slot = static_cast<std::uint32_t>(condition.slot);
  const auto bit = static_cast<std::int32_t>((state.bits[slot / 64] >> (slot % 64)) & 1U);
  const std::int32_t mask = -std::int32_t{condition.source == ShortCondition::Source::bit};
  const std::int32_t value = number ^ ((number ^ bit) & mask);
  return (value >= condition.least) & (value <= condition.most);
}

}  // namespace mot
