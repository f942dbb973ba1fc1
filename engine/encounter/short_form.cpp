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
    case OpCode::variable:
      condition.source = Source::variable;
      condition.variable = static_cast<std::uint8_t>(op.argument);
      return true;
    case OpCode::visited:
    case OpCode::chose:
    case OpCode::knows:
      condition.source = Source::bit;
      condition.slot = op.argument;
      return true;
    default: return false;
  }
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

/// Reads one value with its comparison from the front of `ops`; returns how many ops that were, or
/// 0.
std::size_t read_single(std::span<const Op> ops, ShortCondition& condition) {
  if (ops.empty() || !look_at(ops[0], condition)) return 0;
  if (ops.size() >= 3 && ops[1].code == OpCode::constant &&
      compare_with(ops[2].code, ops[1].argument, condition)) {
    return 3;
  }
  // A boolean, which is 0 or 1. Were it an integer, an operation on it would follow and be refused.
  const bool negated = ops.size() >= 2 && ops[1].code == OpCode::logical_not;
  condition.least = condition.most = negated ? 0 : 1;
  return negated ? 2 : 1;
}

/// Reads singles that are joined by nothing but `and`, or nothing but `or`; false where there is
/// anything else. One single is joined by `and`.
bool read_joined(std::span<const Op> ops, std::vector<ShortCondition>& parts, Source& joined_by) {
  std::size_t joins = 0;
  const std::size_t before = parts.size();
  while (!ops.empty()) {
    ShortCondition single;
    if (const std::size_t taken = read_single(ops, single); taken > 0) {
      parts.push_back(single);
      ops = ops.subspan(taken);
      continue;
    }
    const Source join = ops[0].code == OpCode::logical_and  ? Source::all
                        : ops[0].code == OpCode::logical_or ? Source::any
                                                            : Source::code;
    if (join == Source::code || (joins > 0 && join != joined_by)) return false;
    joined_by = join;
    ++joins;
    ops = ops.subspan(1);
  }
  return joins + 1 == parts.size() - before;
}

ShortCondition longer(Source source, std::size_t first, std::size_t count) {
  ShortCondition condition;
  condition.source = source;
  condition.least = static_cast<std::int32_t>(first);
  condition.most = static_cast<std::int32_t>(count);
  condition.slot = -1;
  return condition;
}

}  // namespace

ShortCondition short_condition(std::span<const Op> code,
                               CodeRange range,
                               std::vector<ShortCondition>& parts) {
  const std::size_t first = parts.size();
  Source joined_by = Source::all;
  if (range.empty()) return longer(Source::all, first, 0);
  if (!read_joined(code.subspan(range.first, range.count), parts, joined_by)) {
    parts.resize(first);
    return longer(Source::code, range.first, range.count);
  }
  if (parts.size() - first > 1) return longer(joined_by, first, parts.size() - first);
  const ShortCondition only = parts.back();
  parts.pop_back();
  return only;
}

ShortAssignment short_assignment(std::int32_t variable, std::span<const Op> code) {
  ShortAssignment set;
  set.variable = static_cast<std::uint8_t>(variable);
  set.any = true;
  if (code.size() == 1 && code[0].code == OpCode::constant) {
    set.mask = 0;
    set.add = code[0].argument;
    return set;
  }
  if (code.empty() || code[0].code != OpCode::variable) return {};
  set.from = static_cast<std::uint8_t>(code[0].argument);
  if (code.size() == 1) return set;
  if (code.size() != 3 || code[1].code != OpCode::constant) return {};
  const std::int32_t number = code[1].argument;
  if (code[2].code == OpCode::add) {
    set.add = number;
    return set;
  }
  if (code[2].code != OpCode::subtract || number == kLeast) return {};
  set.add = -number;
  return set;
}

}  // namespace mot
