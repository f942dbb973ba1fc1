#include "engine/encounter/short_form.h"

#include <limits>

namespace mot {
namespace {

using Source = ShortCondition::Source;
constexpr std::int32_t kLeast = std::numeric_limits<std::int32_t>::min();
constexpr std::int32_t kMost = std::numeric_limits<std::int32_t>::max();

/// Sets where a condition looks; false where the op is no single value.
bool look_at(const Op& op, ShortCondition& condition) {
  switch (op.code) {
    case OpCode::turn: condition.source = Source::turn; return true;
    case OpCode::mood: condition.source = Source::mood; return true;
    case OpCode::variable: condition.source = Source::variable; break;
    case OpCode::visited:
    case OpCode::chose:
    case OpCode::knows: condition.source = Source::bit; break;
    default: return false;
  }
  condition.index = op.argument;
  return true;
}

/// Sets the bounds of "value, number, comparison"; false where they are not one run of numbers.
bool compare_with(OpCode comparison, std::int32_t number, ShortCondition& condition) {
  condition.least = kLeast;
  condition.most = kMost;
  switch (comparison) {
    case OpCode::less:
      if (number == kLeast) return false;
      condition.most = number - 1;
      return true;
    case OpCode::greater:
      if (number == kMost) return false;
      condition.least = number + 1;
      return true;
    case OpCode::less_equal: condition.most = number; return true;
    case OpCode::greater_equal: condition.least = number; return true;
    case OpCode::equal: condition.least = condition.most = number; return true;
    default: return false;
  }
}

}  // namespace

ShortCondition short_condition(std::span<const Op> code, CodeRange range) {
  const auto ops = code.subspan(range.first, range.count);
  ShortCondition condition;
  if (!ops.empty() && look_at(ops[0], condition)) {
    if (ops.size() == 1) {
      // A boolean alone; a number alone is no condition.
      condition.least = condition.most = 1;
      return condition;
    }
    if (ops.size() == 2 && ops[1].code == OpCode::logical_not) return condition;
    if (ops.size() == 3 && ops[1].code == OpCode::constant &&
        compare_with(ops[2].code, ops[1].argument, condition)) {
      return condition;
    }
  }
  condition = {};
  condition.least = static_cast<std::int32_t>(range.first);
  condition.most = static_cast<std::int32_t>(range.count);
  condition.index = -1;
  return condition;
}

ShortAssignment short_assignment(std::int32_t variable, std::span<const Op> code) {
  const auto target = static_cast<std::int16_t>(variable);
  if (code.size() == 1 && code[0].code == OpCode::constant) return {target, -1, code[0].argument};
  if (code.empty() || code[0].code != OpCode::variable) return {};
  const auto from = static_cast<std::int16_t>(code[0].argument);
  if (code.size() == 1) return {target, from, 0};
  if (code.size() != 3 || code[1].code != OpCode::constant) return {};
  const std::int32_t number = code[1].argument;
  if (code[2].code == OpCode::add) return {target, from, number};
  if (code[2].code == OpCode::subtract && number != kLeast) return {target, from, -number};
  return {};
}

}  // namespace mot
