// Postfix code back to text. Part of writer.h.
#include <fmt/format.h>

#include <vector>

#include "engine/base/utf8.h"
#include "engine/scenario/writer.h"

namespace mot {
namespace {

// From weak to strong, as in docs/scenario_format.md, "Conditions".
enum Strength : int { kOr, kAnd, kNot, kComparison, kSum, kProduct, kUnary, kPrimary };

// What a piece is worth. A constant 0 or 1 is a number or a truth, as what takes it needs.
enum class Worth { number, truth, either };

struct Piece {
  std::string text;
  int strength = kPrimary;
  Worth worth = Worth::number;
};

struct Binary {
  std::string_view symbol;
  int strength;
};

Binary binary_of(OpCode code) {
  switch (code) {
    case OpCode::add: return {"+", kSum};
    case OpCode::subtract: return {"-", kSum};
    case OpCode::multiply: return {"*", kProduct};
    case OpCode::less: return {"<", kComparison};
    case OpCode::less_equal: return {"<=", kComparison};
    case OpCode::equal: return {"==", kComparison};
    case OpCode::not_equal: return {"!=", kComparison};
    case OpCode::greater: return {">", kComparison};
    case OpCode::greater_equal: return {">=", kComparison};
    case OpCode::logical_and: return {"and", kAnd};
    default: return {"or", kOr};
  }
}

class ExpressionWriter {
 public:
  ExpressionWriter(const Scenario& scenario, bool dense) : scenario_(scenario), dense_(dense) {}

  std::string write(CodeRange range, ValueType wanted) {
    for (std::uint32_t i = 0; i < range.count; ++i) add(scenario_.code[range.first + i]);
    if (stack_.empty()) return {};
    return pop(wanted == ValueType::boolean ? Worth::truth : Worth::number).text;
  }

 private:
  // Takes the last piece as what it is needed for.
  Piece pop(Worth wanted) {
    Piece piece = std::move(stack_.back());
    stack_.pop_back();
    if (piece.worth == Worth::either && wanted == Worth::truth)
      piece.text = piece.text == "1" ? "true" : "false";
    return piece;
  }

  void push(std::string text, Worth worth, int strength = kPrimary) {
    stack_.push_back({std::move(text), strength, worth});
  }

  static std::string guarded(const Piece& piece, int least) {
    return piece.strength < least ? "(" + piece.text + ")" : piece.text;
  }

  void add(const Op& op) {
    const auto index = static_cast<std::size_t>(op.argument);
    switch (op.code) {
      case OpCode::constant:
        push(std::to_string(op.argument),
             op.argument == 0 || op.argument == 1 ? Worth::either : Worth::number,
             op.argument < 0 ? kUnary : kPrimary);
        return;
      case OpCode::variable: {
        const Variable& variable = scenario_.variables[index];
        push(std::string(variable.name),
             variable.type == ValueType::boolean ? Worth::truth : Worth::number);
        return;
      }
      case OpCode::mood: push("mood", Worth::number); return;
      case OpCode::turn: push("turn", Worth::number); return;
      case OpCode::visited:
        push(fmt::format("visited({})", scenario_.moments[index].id), Worth::truth);
        return;
      case OpCode::chose:
        push(fmt::format("chose({})", scenario_.name_of_response(op.argument)), Worth::truth);
        return;
      case OpCode::knows:
        push(fmt::format("knows({})", scenario_.needs[index].id), Worth::truth);
        return;
      case OpCode::negate: add_negation(); return;
      case OpCode::logical_not:
        push("not " + guarded(pop(Worth::truth), kNot), Worth::truth, kNot);
        return;
      default: add_binary(op.code);
    }
  }

  // A minus before digits makes one number of them.
  void add_negation() {
    const Piece operand = pop(Worth::number);
    const bool digits = operand.text[0] >= '0' && operand.text[0] <= '9';
    push(digits ? "-(" + operand.text + ")" : "-" + guarded(operand, kUnary), Worth::number,
         kUnary);
  }

  void add_binary(OpCode code) {
    const Binary binary = binary_of(code);
    Worth wanted = binary.strength <= kAnd ? Worth::truth : Worth::number;
    if (code == OpCode::equal || code == OpCode::not_equal) {
      const std::size_t top = stack_.size() - 1;
      if (stack_[top].worth == Worth::truth || stack_[top - 1].worth == Worth::truth)
        wanted = Worth::truth;
    }
    const Piece right = pop(wanted);
    const Piece left = pop(wanted);
    // Operations of one strength are read from left to right; comparisons can't be chained.
    const int above = binary.strength + 1;
    const bool word = binary.strength <= kAnd;
    const std::string_view space = dense_ && !word ? "" : " ";
    push(fmt::format("{}{}{}{}{}",
                     guarded(left, word || binary.strength > kComparison ? binary.strength : above),
                     space, binary.symbol, space, guarded(right, above)),
         binary.strength <= kComparison ? Worth::truth : Worth::number, binary.strength);
  }

  const Scenario& scenario_;
  bool dense_;
  std::vector<Piece> stack_;
};

}  // namespace

std::string write_expression(const Scenario& scenario, CodeRange range, ValueType wanted) {
  std::string text = ExpressionWriter(scenario, false).write(range, wanted);
  if (count_code_points(text) > kMaxExpressionLength)
    text = ExpressionWriter(scenario, true).write(range, wanted);
  return text;
}

}  // namespace mot
