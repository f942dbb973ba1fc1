#include "engine/scenario/expression.h"

#include <catch2/catch.hpp>
#include <limits>
#include <string>

#include "tests/support/findings.h"

namespace {

using mot::CodeRange;
using mot::ExpressionProblem;
using mot::Op;
using mot::ValueType;

// Variables n (number) and b (truth), moment 0 `start` with responses 0 `good`, 1 `bad`, need 0
// `baby`.
class Names final : public mot::NameTable {
 public:
  Variable variable(std::string_view name) const override {
    if (name == "n") return {0, ValueType::integer};
    if (name == "b") return {1, ValueType::boolean};
    return {};
  }
  std::int32_t moment(std::string_view id) const override { return id == "start" ? 0 : -1; }
  std::int32_t response(std::string_view moment, std::string_view id) const override {
    if (moment != "start") return -1;
    return id == "good" ? 0 : id == "bad" ? 1 : -1;
  }
  std::int32_t need(std::string_view id) const override { return id == "baby" ? 0 : -1; }
  std::string nearest_variable(std::string_view) const override { return "n"; }
  std::string nearest_moment(std::string_view) const override { return "start"; }
  std::string nearest_response(std::string_view, std::string_view) const override { return {}; }
  std::string nearest_need(std::string_view) const override { return "baby"; }
};

struct State {
  std::int32_t n = 0;
  std::int32_t b = 0;
  std::int32_t variable(std::int32_t i) const { return i == 0 ? n : b; }
  std::int32_t mood() const { return -20; }
  std::int32_t turn() const { return 3; }
  bool visited(std::int32_t) const { return true; }
  bool chose(std::int32_t response) const { return response == 0; }
  bool knows(std::int32_t) const { return false; }
};

std::int32_t value_of(std::string_view text, ValueType type, State state = {}) {
  std::vector<Op> code;
  CodeRange range;
  ExpressionProblem problem;
  INFO(text);
  const bool compiled = mot::compile_expression(text, type, Names(), code, range, problem);
  INFO(problem.message);
  REQUIRE(compiled);
  return mot::evaluate(code.data() + range.first, range.count, state);
}

std::int32_t number(std::string_view text, State state = {}) {
  return value_of(text, ValueType::integer, state);
}
bool holds(std::string_view text, State state = {}) {
  return value_of(text, ValueType::boolean, state) != 0;
}

// "M0070 at 3 + 2"
std::string problem_of(std::string_view text, ValueType type = ValueType::boolean) {
  std::vector<Op> code(2);
  CodeRange range;
  ExpressionProblem problem;
  if (mot::compile_expression(text, type, Names(), code, range, problem)) return "none";
  CHECK(code.size() == 2);
  return std::string(problem.code) + " at " + std::to_string(problem.offset) + " + " +
         std::to_string(problem.length);
}

}  // namespace

TEST_CASE("operations bind as the format says, from or to unary minus") {
  CHECK(number("2 + 3 * 4") == 14);
  CHECK(number("(2 + 3) * 4") == 20);
  CHECK(number("10 - 3 - 2") == 5);
  CHECK(number("-2 * 3") == -6);
  CHECK(number("- - 2") == 2);
  CHECK(number("-(2 + 3)") == -5);
  CHECK(holds("1 + 1 == 2"));
  CHECK(holds("not 1 == 2"));
  CHECK(holds("true or false and false"));
  CHECK_FALSE(holds("(true or false) and false"));
  CHECK(holds("not false and true"));
  CHECK_FALSE(holds("not (false or true)"));
}

TEST_CASE("comparisons compare numbers, and equality also two truths") {
  CHECK(holds("n < 1"));
  CHECK(holds("n <= 0"));
  CHECK(holds("n >= 0"));
  CHECK_FALSE(holds("n > 0"));
  CHECK(holds("n != 1"));
  CHECK(holds("b == false"));
  CHECK(holds("b != true"));
  CHECK(holds("(n == 0) == true"));
}

TEST_CASE("mood, turn and the three functions read the state") {
  CHECK(number("mood") == -20);
  CHECK(number("turn * 2") == 6);
  CHECK(holds("visited(start)"));
  CHECK(holds("visited( start )"));
  CHECK(holds("chose(start.good) and not chose(start.bad)"));
  CHECK(holds("not knows(baby)"));
}

TEST_CASE("each operation saturates at 32 bits") {
  constexpr std::int32_t kMax = std::numeric_limits<std::int32_t>::max();
  constexpr std::int32_t kMin = std::numeric_limits<std::int32_t>::min();
  CHECK(number("2147483647 + 1") == kMax);
  CHECK(number("2147483647 + 1 - 1") == kMax - 1);
  CHECK(number("-2147483648 - 1") == kMin);
  CHECK(number("-(-2147483648)") == kMax);
  CHECK(number("65536 * 65536") == kMax);
  CHECK(number("65536 * -65536") == kMin);
  CHECK(mot::saturating_add(kMax, kMax) == kMax);
  CHECK(mot::saturating_subtract(kMin, kMax) == kMin);
  CHECK(mot::saturating_multiply(kMin, kMin) == kMax);
}

TEST_CASE("empty code holds") {
  CHECK(mot::evaluate(static_cast<const Op*>(nullptr), 0, State{}) == 1);
}

TEST_CASE("every problem is told with its place") {
  CHECK(problem_of("") == "M0070 at 0 + 1");
  CHECK(problem_of("n >") == "M0070 at 2 + 1");
  CHECK(problem_of("n = 1") == "M0070 at 2 + 1");
  CHECK(problem_of("n over 1") == "M0070 at 2 + 4");
  CHECK(problem_of("0 < n < 5") == "M0070 at 6 + 1");
  CHECK(problem_of("(n > 1") == "M0070 at 0 + 1");
  CHECK(problem_of("n > 1)") == "M0070 at 5 + 1");
  CHECK(problem_of("b && b") == "M0070 at 2 + 1");
  CHECK(problem_of("and b") == "M0070 at 0 + 3");
  CHECK(problem_of("b == not b") == "M0070 at 5 + 3");
  CHECK(problem_of("n / 2 > 1") == "M0070 at 2 + 1");
  CHECK(problem_of("n > 0.5") == "M0070 at 5 + 2");
  CHECK(problem_of("visited") == "M0070 at 0 + 7");
  CHECK(problem_of("visited()") == "M0070 at 0 + 9");
  CHECK(problem_of("visited(start") == "M0070 at 0 + 13");
  CHECK(problem_of("chose(start)") == "M0070 at 6 + 5");
  CHECK(problem_of("n > 2147483648") == "M0023 at 4 + 10");
  CHECK(problem_of("n > -2147483649") == "M0023 at 5 + 10");
  CHECK(problem_of("m > 1") == "M0046 at 0 + 1");
  CHECK(problem_of("True") == "M0046 at 0 + 4");
  CHECK(problem_of("visited(strat)") == "M0012 at 8 + 5");
  CHECK(problem_of("chose(strat.good)") == "M0012 at 6 + 5");
  CHECK(problem_of("chose(start.goood)") == "M0013 at 12 + 5");
  CHECK(problem_of("knows(bady)") == "M0045 at 6 + 4");
  CHECK(problem_of("漏水 > 1") == "M0070 at 0 + 1");
}

TEST_CASE("numbers and truths do not mix") {
  CHECK(problem_of("n") == "M0071 at 0 + 1");
  CHECK(problem_of("not n") == "M0071 at 4 + 1");
  CHECK(problem_of("b and n") == "M0071 at 6 + 1");
  CHECK(problem_of("n or b") == "M0071 at 0 + 1");
  CHECK(problem_of("n == b") == "M0071 at 0 + 6");
  CHECK(problem_of("b < true") == "M0071 at 0 + 1");
  CHECK(problem_of("b + 1 > 0") == "M0071 at 0 + 1");
  CHECK(problem_of("-b > 0") == "M0071 at 1 + 1");
  CHECK(problem_of("true", ValueType::integer) == "M0071 at 0 + 4");
  CHECK(problem_of("1") == "M0071 at 0 + 1");
}

TEST_CASE("nesting of 32 and 500 characters are allowed, one more is not") {
  const auto nested = [](int depth, const std::string& open, const std::string& close) {
    std::string text = "b";
    for (int i = 0; i < depth; ++i) text = open + text + close;
    return text;
  };
  CHECK(problem_of(nested(32, "(", ")")) == "none");
  CHECK(problem_of(nested(33, "(", ")")) == "M0073 at 32 + 1");
  CHECK(problem_of(nested(32, "not ", "")) == "none");
  CHECK(problem_of(nested(33, "not ", "")) == "M0073 at 128 + 1");
  CHECK(problem_of("b" + std::string(499, ' ')) == "none");
  CHECK(problem_of("b" + std::string(500, ' ')) == "M0073 at 0 + 1");
}

TEST_CASE("the deepest expression that is accepted fits the stack") {
  std::string text = "1";
  for (int i = 0; i < 32; ++i) text = "2+3*(" + text + ")";
  CHECK(number(text.size() <= 500 ? text : "0") != 0);
  std::string truth = "b";
  for (int i = 0; i < 32; ++i) truth = "b or b and (" + truth + ")";
  CHECK(truth.size() <= 500);
  CHECK_FALSE(holds(truth));
}
