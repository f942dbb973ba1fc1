// Short forms mean what the code they stand for means; whole programs are tested in step_test.cpp.
#include "engine/encounter/short_form.h"

#include <catch2/catch.hpp>
#include <limits>
#include <vector>

#include "engine/base/draw.h"

using mot::CodeRange;
using mot::Op;
using mot::OpCode;
using mot::short_assignment;
using mot::short_condition;
using mot::ShortCondition;
using mot::State;

namespace {

using Source = ShortCondition::Source;

constexpr std::int32_t kLeast = std::numeric_limits<std::int32_t>::min();
constexpr std::int32_t kMost = std::numeric_limits<std::int32_t>::max();

struct Environment {
  const State& state;
  std::int32_t variable(std::int32_t i) const {
    return state.variables[static_cast<std::size_t>(i)];
  }
  std::int32_t mood() const { return state.mood; }
  std::int32_t turn() const { return state.turn; }
  bool visited(std::int32_t i) const { return ((state.bits[0] >> i) & 1U) != 0; }
  bool chose(std::int32_t i) const { return visited(i); }
  bool knows(std::int32_t i) const { return visited(i); }
};

State some_state(std::uint64_t i) {
  State state;
  state.turn = static_cast<std::int32_t>(mot::draw(1, mot::Stream::policy, i, 0) % 5);
  state.mood = static_cast<std::int32_t>(mot::draw(1, mot::Stream::policy, i, 1) % 5) - 2;
  state.bits = {mot::draw(1, mot::Stream::policy, i, 2)};
  for (std::uint64_t v = 0; v < 4; ++v) {
    state.variables.push_back(
        static_cast<std::int32_t>(mot::draw(1, mot::Stream::policy, i, 3 + v) % 5) - 2);
  }
  return state;
}

ShortCondition condition_of(const std::vector<Op>& code, std::vector<ShortCondition>& parts) {
  return short_condition(code, {0, static_cast<std::uint32_t>(code.size())}, parts);
}

bool holds(const ShortCondition& condition,
           const std::vector<ShortCondition>& parts,
           const State& state) {
  if (condition.is_single()) return mot::within(condition, state);
  const bool wanted = condition.source == Source::any;
  for (std::int32_t i = condition.least; i < condition.least + condition.most; ++i) {
    if (mot::within(parts[static_cast<std::size_t>(i)], state) == wanted) return wanted;
  }
  return !wanted;
}

}  // namespace

TEST_CASE("a comparison of one value with a number is a single short condition") {
  const OpCode values[] = {OpCode::turn, OpCode::mood, OpCode::variable};
  const OpCode comparisons[] = {OpCode::less, OpCode::less_equal, OpCode::equal, OpCode::greater,
                                OpCode::greater_equal};
  for (const OpCode value : values) {
    for (const OpCode comparison : comparisons) {
      for (std::int32_t number = -2; number <= 3; ++number) {
        const std::vector<Op> code{{value, 2}, {OpCode::constant, number}, {comparison, 0}};
        std::vector<ShortCondition> parts;
        const ShortCondition condition = condition_of(code, parts);
        REQUIRE(condition.is_single());
        for (std::uint64_t i = 0; i < 20; ++i) {
          const State state = some_state(i);
          CHECK(mot::within(condition, state) ==
                (mot::evaluate(code.data(), 3, Environment{state}) != 0));
        }
      }
    }
  }
}

TEST_CASE("a bit and its opposite are single short conditions") {
  for (const OpCode asked : {OpCode::visited, OpCode::chose, OpCode::knows}) {
    std::vector<ShortCondition> parts;
    const ShortCondition is = condition_of({{asked, 5}}, parts);
    const ShortCondition is_not = condition_of({{asked, 5}, {OpCode::logical_not, 0}}, parts);
    REQUIRE(is.is_single());
    REQUIRE(is_not.is_single());
    for (std::uint64_t i = 0; i < 20; ++i) {
      const State state = some_state(i);
      const bool set = ((state.bits[0] >> 5U) & 1U) != 0;
      CHECK(mot::within(is, state) == set);
      CHECK(mot::within(is_not, state) == !set);
    }
  }
}

TEST_CASE("conditions joined by one kind of word are short, whatever their order") {
  const Op a1{OpCode::variable, 0}, a2{OpCode::constant, 0}, a3{OpCode::less, 0};
  const Op b1{OpCode::visited, 3}, b2{OpCode::logical_not, 0};
  const Op c{OpCode::chose, 4};
  for (const OpCode join : {OpCode::logical_and, OpCode::logical_or}) {
    const Op j{join, 0};
    for (const std::vector<Op>& code :
         {std::vector<Op>{a1, a2, a3, b1, b2, j, c, j},
          std::vector<Op>{a1, a2, a3, b1, b2, c, j, j}, std::vector<Op>{b1, b2, c, j}}) {
      std::vector<ShortCondition> parts;
      const ShortCondition condition = condition_of(code, parts);
      CHECK(condition.source == (join == OpCode::logical_and ? Source::all : Source::any));
      for (std::uint64_t i = 0; i < 40; ++i) {
        const State state = some_state(i);
        CHECK(holds(condition, parts, state) ==
              (mot::evaluate(code.data(), static_cast<std::uint32_t>(code.size()),
                             Environment{state}) != 0));
      }
    }
  }
}

TEST_CASE("what has no short form stays code and leaves no parts behind") {
  const Op v{OpCode::variable, 0}, w{OpCode::variable, 1}, one{OpCode::constant, 1};
  const Op bit{OpCode::visited, 0};
  const Op less{OpCode::less, 0}, unequal{OpCode::not_equal, 0}, plus{OpCode::add, 0};
  const Op either{OpCode::logical_or, 0}, both{OpCode::logical_and, 0}, no{OpCode::logical_not, 0};
  for (const std::vector<Op>& code :
       {std::vector<Op>{v, w, less}, std::vector<Op>{v, one, unequal},
        std::vector<Op>{v, one, plus, one, less}, std::vector<Op>{one, v, less},
        std::vector<Op>{bit, bit, either, bit, both}, std::vector<Op>{bit, bit, both, no},
        std::vector<Op>{one}, std::vector<Op>{v, {OpCode::constant, kLeast}, less}}) {
    std::vector<ShortCondition> parts(2);
    const ShortCondition condition = condition_of(code, parts);
    CHECK(condition.source == Source::code);
    CHECK(condition.least == 0);
    CHECK(condition.most == static_cast<std::int32_t>(code.size()));
    CHECK(parts.size() == 2);
  }
}

TEST_CASE("no code is a condition that always holds") {
  std::vector<ShortCondition> parts;
  const ShortCondition condition = condition_of({}, parts);
  CHECK(condition.source == Source::all);
  CHECK(condition.most == 0);
}

TEST_CASE("a number, a copy, a sum and a difference are short assignments, and they saturate") {
  State state;
  const auto after = [&](const std::vector<Op>& code, std::int32_t first, std::int32_t second) {
    state.variables = {first, second};
    const auto set = short_assignment(0, code);
    REQUIRE(set.any);
    mot::assign(state, set);
    CHECK(state.variables[1] == second);
    return state.variables[0];
  };
  const Op self{OpCode::variable, 0}, other{OpCode::variable, 1};
  const Op plus{OpCode::add, 0}, minus{OpCode::subtract, 0};
  CHECK(after({{OpCode::constant, 7}}, 1, 2) == 7);
  CHECK(after({other}, 1, 2) == 2);
  CHECK(after({self, {OpCode::constant, 3}, plus}, 1, 2) == 4);
  CHECK(after({other, {OpCode::constant, 3}, minus}, 1, 2) == -1);
  CHECK(after({self, {OpCode::constant, 1}, plus}, kMost, 2) == kMost);
  CHECK(after({self, {OpCode::constant, 1}, minus}, kLeast, 2) == kLeast);
  CHECK(after({self, {OpCode::constant, kMost}, minus}, -2, 2) == kLeast);
}

TEST_CASE("other assignments have no short form, and what assigns nothing changes nothing") {
  const Op self{OpCode::variable, 0}, one{OpCode::constant, 1};
  CHECK_FALSE(short_assignment(0, std::vector<Op>{self, one, {OpCode::multiply, 0}}).any);
  CHECK_FALSE(short_assignment(0, std::vector<Op>{self, self, {OpCode::add, 0}}).any);
  CHECK_FALSE(short_assignment(0, std::vector<Op>{{OpCode::mood, 0}}).any);
  CHECK_FALSE(
      short_assignment(0, std::vector<Op>{self, {OpCode::constant, kLeast}, {OpCode::subtract, 0}})
          .any);
  State state;
  state.variables = {kMost, kLeast};
  mot::assign(state, mot::ShortAssignment{});
  CHECK(state.variables == std::vector<std::int32_t>{kMost, kLeast});
}
