// Conditions and expressions: parsed once into postfix code over the names of one scenario,
// evaluated without allocation. Implements docs/scenario_format.md, "Conditions".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mot {

/// What an operation pushes or does. Operands are on a stack of 32-bit integers; booleans are 0
/// and 1.
enum class OpCode : std::uint8_t {
  constant,  // argument: the value
  variable,  // argument: index of the variable
  mood,
  turn,
  visited,  // argument: index of the moment
  chose,    // argument: index of the response in the whole scenario
  knows,    // argument: index of the need
  negate,
  logical_not,
  add,
  subtract,
  multiply,
  less,
  less_equal,
  equal,
  not_equal,
  greater,
  greater_equal,
  logical_and,
  logical_or,
};

struct Op {
  OpCode code = OpCode::constant;
  std::int32_t argument = 0;
};

/// A piece of code: a range in a scenario's `code`. Empty means "always true".
struct CodeRange {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  bool empty() const { return count == 0; }
};

/// The type of a variable or an expression.
enum class ValueType : std::uint8_t { integer, boolean };

/// What an expression may name. Implemented by the loader.
class NameTable {
 public:
  /// Index and type of a variable, or −1.
  struct Variable {
    std::int32_t index = -1;
    ValueType type = ValueType::integer;
  };
  virtual Variable variable(std::string_view name) const = 0;
  /// Indices, or −1.
  virtual std::int32_t moment(std::string_view id) const = 0;
  virtual std::int32_t response(std::string_view moment_id, std::string_view response_id) const = 0;
  virtual std::int32_t need(std::string_view id) const = 0;
  /// Nearest known name for "did you mean", or empty.
  virtual std::string nearest_variable(std::string_view name) const = 0;
  virtual std::string nearest_moment(std::string_view id) const = 0;
  virtual std::string nearest_response(std::string_view moment_id, std::string_view id) const = 0;
  virtual std::string nearest_need(std::string_view id) const = 0;

 protected:
  ~NameTable() = default;
};

/// What was wrong with an expression: a catalogue code and where in its text (code points, from 0).
struct ExpressionProblem {
  std::string_view code;
  std::uint32_t offset = 0;
  std::uint32_t length = 1;
  std::string message;
  std::string hint;
  /// The expression is right in itself, but of the other type.
  bool is_whole_type = false;
};

/// Longest text of an expression in code points, and deepest nesting.
inline constexpr std::size_t kMaxExpressionLength = 500;
inline constexpr int kMaxExpressionDepth = 32;

/// Appends the code of `text` to `code`. On a problem nothing is appended and `problem` says why.
/// Returns whether it parsed and has type `wanted`.
bool compile_expression(std::string_view text,
                        ValueType wanted,
                        const NameTable& names,
                        std::vector<Op>& code,
                        CodeRange& range,
                        ExpressionProblem& problem);

/// Saturating 32-bit arithmetic of expressions.
std::int32_t saturating_add(std::int32_t a, std::int32_t b);
std::int32_t saturating_subtract(std::int32_t a, std::int32_t b);
std::int32_t saturating_multiply(std::int32_t a, std::int32_t b);

/// Deepest stack any accepted expression needs: an operand for each level of precedence and
/// nesting.
inline constexpr std::size_t kExpressionStack = 256;

/// Runs code over an environment with integer-valued members variable(i), mood(), turn(),
/// visited(i), chose(i), knows(i). Returns 1 for empty code.
template <class Environment>
std::int32_t evaluate(const Op* op, std::uint32_t count, const Environment& environment) {
  if (count == 0) return 1;
  std::int32_t stack[kExpressionStack];
  std::size_t top = 0;
  // compile_expression() writes no code that takes what it did not put there; an analyser cannot
  // know. NOLINTBEGIN(clang-analyzer-core.*)
  for (const Op* end = op + count; op != end; ++op) {
    switch (op->code) {
      case OpCode::constant: stack[top++] = op->argument; continue;
      case OpCode::variable: stack[top++] = environment.variable(op->argument); continue;
      case OpCode::mood: stack[top++] = environment.mood(); continue;
      case OpCode::turn: stack[top++] = environment.turn(); continue;
      case OpCode::visited: stack[top++] = environment.visited(op->argument) ? 1 : 0; continue;
      case OpCode::chose: stack[top++] = environment.chose(op->argument) ? 1 : 0; continue;
      case OpCode::knows: stack[top++] = environment.knows(op->argument) ? 1 : 0; continue;
      case OpCode::negate: stack[top - 1] = saturating_subtract(0, stack[top - 1]); continue;
      case OpCode::logical_not: stack[top - 1] = stack[top - 1] == 0 ? 1 : 0; continue;
      default: break;
    }
    const std::int32_t right = stack[--top];
    std::int32_t& left = stack[top - 1];
    switch (op->code) {
      case OpCode::add: left = saturating_add(left, right); break;
      case OpCode::subtract: left = saturating_subtract(left, right); break;
      case OpCode::multiply: left = saturating_multiply(left, right); break;
      case OpCode::less: left = left < right ? 1 : 0; break;
      case OpCode::less_equal: left = left <= right ? 1 : 0; break;
      case OpCode::equal: left = left == right ? 1 : 0; break;
      case OpCode::not_equal: left = left != right ? 1 : 0; break;
      case OpCode::greater: left = left > right ? 1 : 0; break;
      case OpCode::greater_equal: left = left >= right ? 1 : 0; break;
      case OpCode::logical_and: left = left != 0 && right != 0 ? 1 : 0; break;
      case OpCode::logical_or: left = left != 0 || right != 0 ? 1 : 0; break;
      default: break;
    }
  }
  return stack[0];
  // NOLINTEND(clang-analyzer-core.*)
}

}  // namespace mot
