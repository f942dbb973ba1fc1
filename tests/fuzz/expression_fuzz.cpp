// Any bytes as a condition: a problem within the text, or code that runs within its stack.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "engine/base/utf8.h"
#include "engine/scenario/expression.h"

namespace {

// Every name is known; a variable's type is told by its first letter.
class Names final : public mot::NameTable {
 public:
  Variable variable(std::string_view name) const override {
    return {0, name[0] < 'm' ? mot::ValueType::integer : mot::ValueType::boolean};
  }
  std::int32_t moment(std::string_view id) const override { return id.size() < 3 ? 0 : -1; }
  std::int32_t response(std::string_view, std::string_view id) const override {
    return id.size() < 3 ? 0 : -1;
  }
  std::int32_t need(std::string_view id) const override { return id.size() < 3 ? 0 : -1; }
  std::string nearest_variable(std::string_view) const override { return {}; }
  std::string nearest_moment(std::string_view) const override { return "near"; }
  std::string nearest_response(std::string_view, std::string_view) const override { return {}; }
  std::string nearest_need(std::string_view) const override { return {}; }
};

struct State {
  std::int32_t variable(std::int32_t) const { return 1; }
  std::int32_t mood() const { return -100; }
  std::int32_t turn() const { return 7; }
  bool visited(std::int32_t) const { return true; }
  bool chose(std::int32_t) const { return false; }
  bool knows(std::int32_t) const { return true; }
};

// The deepest the stack gets.
std::size_t depth_of(const std::vector<mot::Op>& code) {
  std::size_t depth = 0;
  std::size_t deepest = 0;
  for (const mot::Op& op : code) {
    if (op.code <= mot::OpCode::knows) {
      ++depth;
    } else if (op.code > mot::OpCode::logical_not) {
      --depth;
    }
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const mot::ValueType wanted : {mot::ValueType::boolean, mot::ValueType::integer}) {
    std::vector<mot::Op> code;
    mot::CodeRange range;
    mot::ExpressionProblem problem;
    if (!mot::compile_expression(text, wanted, Names(), code, range, problem)) {
      const std::size_t length = mot::count_code_points(text);
      if (!code.empty() || problem.code.empty() || problem.offset > length) std::abort();
      continue;
    }
    if (depth_of(code) > mot::kExpressionStack) std::abort();
    const std::int32_t value = mot::evaluate(code.data(), range.count, State{});
    if (wanted == mot::ValueType::boolean && value != 0 && value != 1) std::abort();
  }
  return 0;
}
