// A recursive-descent parser that emits postfix code and checks types on the way. One problem is
// reported: the first.
#include "engine/scenario/expression.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <optional>

#include "engine/base/utf8.h"

namespace mot {
namespace {

constexpr std::int64_t kMax = std::numeric_limits<std::int32_t>::max();
constexpr std::int64_t kMin = std::numeric_limits<std::int32_t>::min();

std::int32_t saturate(std::int64_t value) {
  return static_cast<std::int32_t>(std::clamp(value, kMin, kMax));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_name(char c) { return is_name_start(c) || is_digit(c); }

struct Failed {};

class Parser {
 public:
  Parser(std::string_view text,
         const NameTable& names,
         std::vector<Op>& code,
         ExpressionProblem& problem)
      : text_(text), names_(names), code_(code), problem_(problem) {}

  ValueType parse_whole() {
    const ValueType type = parse_or();
    skip_spaces();
    if (at_ < text_.size()) fail_at_rest();
    return type;
  }

  [[noreturn]] void fail(std::string_view code,
                         std::size_t from,
                         std::size_t to,
                         std::string message,
                         std::string hint = {}) {
    problem_.code = code;
    problem_.offset = static_cast<std::uint32_t>(count_code_points(text_.substr(0, from)));
    problem_.length =
        std::max(1U, static_cast<std::uint32_t>(count_code_points(text_.substr(from, to - from))));
    problem_.message = std::move(message);
    problem_.hint = std::move(hint);
    throw Failed{};
  }

 private:
  // Counts nesting for as long as it lives.
  struct Nested {
    Parser& parser;
    Nested(Parser& p, std::size_t from) : parser(p) {
      if (++parser.depth_ > kMaxExpressionDepth) {
        parser.fail("M0073", from, from + 1,
                    fmt::format("this condition is nested more than {} deep", kMaxExpressionDepth),
                    "split it with a variable");
      }
    }
    ~Nested() { --parser.depth_; }
    Nested(const Nested&) = delete;
    Nested& operator=(const Nested&) = delete;
  };

  void skip_spaces() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t'))
      ++at_;
  }

  bool take_word(std::string_view word) {
    skip_spaces();
    if (text_.substr(at_, word.size()) != word) return false;
    const std::size_t end = at_ + word.size();
    if (end < text_.size() && is_name(text_[end])) return false;
    at_ = end;
    return true;
  }

  bool take(std::string_view symbol) {
    skip_spaces();
    if (text_.substr(at_, symbol.size()) != symbol) return false;
    at_ += symbol.size();
    return true;
  }

  [[noreturn]] void fail_at_rest() {
    const char c = text_[at_];
    std::size_t end = at_ + 1;
    while (end < text_.size() &&
           (is_name(text_[end]) || (static_cast<unsigned char>(text_[end]) & 0xC0U) == 0x80U))
      ++end;
    std::string hint = "a condition reads like: mood < 0 and not visited(aftermath)";
    if (c == '+') hint = "a sign stands between two values: n + 5 adds to n";
    if (c == '=') hint = "compare with '=='";
    if (c == '&') hint = "write 'and'";
    if (c == '|') hint = "write 'or'";
    if (c == '!') hint = "write 'not', or '!=' between two values";
    if (c == '/' || c == '%') hint = "there is no division; compare multiples instead";
    fail("M0070", at_, end,
         fmt::format("'{}' is not understood here", text_.substr(at_, end - at_)), hint);
  }

  // Where what was parsed last ends, spaces behind it left out.
  std::size_t end_of_operand() const {
    std::size_t end = at_;
    while (end > 0 && (text_[end - 1] == ' ' || text_[end - 1] == '\n' || text_[end - 1] == '\t'))
      --end;
    return end;
  }

  void want(ValueType found,
            ValueType wanted,
            std::size_t from,
            std::size_t to,
            std::string_view what) {
    if (found == wanted) return;
    const bool number = wanted == ValueType::integer;
    fail("M0071", from, to,
         fmt::format("{} needs {}, this is {}", what,
                     number ? "a number" : "something true or false",
                     number ? "true or false" : "a number"),
         number ? "" : "compare it with something, for example '> 0'");
  }

  // The same of what was parsed last.
  void want_next(ValueType found, ValueType wanted, std::size_t from, std::string_view what) {
    want(found, wanted, from, end_of_operand(), what);
  }

  void emit(OpCode code, std::int32_t argument = 0) { code_.push_back({code, argument}); }

  ValueType parse_or() {
    skip_spaces();
    const std::size_t from = at_;
    const ValueType left = parse_and();
    const std::size_t end = end_of_operand();
    if (!take_word("or")) return left;
    want(left, ValueType::boolean, from, end, "'or'");
    do {
      skip_spaces();
      const std::size_t right = at_;
      want_next(parse_and(), ValueType::boolean, right, "'or'");
      emit(OpCode::logical_or);
    } while (take_word("or"));
    return ValueType::boolean;
  }

  ValueType parse_and() {
    skip_spaces();
    const std::size_t from = at_;
    const ValueType left = parse_not();
    const std::size_t end = end_of_operand();
    if (!take_word("and")) return left;
    want(left, ValueType::boolean, from, end, "'and'");
    do {
      skip_spaces();
      const std::size_t right = at_;
      want_next(parse_not(), ValueType::boolean, right, "'and'");
      emit(OpCode::logical_and);
    } while (take_word("and"));
    return ValueType::boolean;
  }

  ValueType parse_not() {
    skip_spaces();
    const std::size_t from = at_;
    if (!take_word("not")) return parse_comparison();
    const Nested nested(*this, from);
    skip_spaces();
    const std::size_t operand = at_;
    want_next(parse_not(), ValueType::boolean, operand, "'not'");
    emit(OpCode::logical_not);
    return ValueType::boolean;
  }

  std::optional<OpCode> take_comparison() {
    struct Symbol {
      std::string_view text;
      OpCode code;
    };
    static constexpr Symbol kSymbols[] = {{"<=", OpCode::less_equal}, {">=", OpCode::greater_equal},
                                          {"==", OpCode::equal},      {"!=", OpCode::not_equal},
                                          {"<", OpCode::less},        {">", OpCode::greater}};
    for (const Symbol& symbol : kSymbols) {
      if (take(symbol.text)) return symbol.code;
    }
    return std::nullopt;
  }

  ValueType parse_comparison() {
    skip_spaces();
    const std::size_t from = at_;
    const ValueType left = parse_sum();
    const std::size_t end = end_of_operand();
    skip_spaces();
    const std::size_t symbol_at = at_;
    const std::optional<OpCode> comparison = take_comparison();
    if (!comparison) return left;
    const std::string_view symbol = text_.substr(symbol_at, at_ - symbol_at);
    const bool equality = *comparison == OpCode::equal || *comparison == OpCode::not_equal;
    if (!equality) want(left, ValueType::integer, from, end, fmt::format("'{}'", symbol));
    skip_spaces();
    const std::size_t right_at = at_;
    const ValueType right = parse_sum();
    if (right != left) {
      fail("M0071", from, end_of_operand(),
           fmt::format("'{}' compares a number with something true or false", symbol),
           "both sides must be of one kind");
    }
    if (!equality) want_next(right, ValueType::integer, right_at, fmt::format("'{}'", symbol));
    emit(*comparison);
    skip_spaces();
    const std::size_t chain = at_;
    if (take_comparison()) {
      fail("M0070", chain, at_, "a comparison cannot be continued by another",
           "join two comparisons with 'and': 0 < x and x < 5");
    }
    return ValueType::boolean;
  }

  ValueType parse_sum() {
    skip_spaces();
    const std::size_t from = at_;
    const ValueType left = parse_product();
    for (;;) {
      const std::size_t end = end_of_operand();
      OpCode code = OpCode::add;
      if (take("-")) {
        code = OpCode::subtract;
      } else if (!take("+")) {
        return left;
      }
      const std::string_view what = code == OpCode::add ? "'+'" : "'-'";
      want(left, ValueType::integer, from, end, what);
      skip_spaces();
      const std::size_t right = at_;
      want_next(parse_product(), ValueType::integer, right, what);
      emit(code);
    }
  }

  ValueType parse_product() {
    skip_spaces();
    const std::size_t from = at_;
    const ValueType left = parse_unary();
    std::size_t end = end_of_operand();
    while (take("*")) {
      want(left, ValueType::integer, from, end, "'*'");
      skip_spaces();
      const std::size_t right = at_;
      want_next(parse_unary(), ValueType::integer, right, "'*'");
      emit(OpCode::multiply);
      end = end_of_operand();
    }
    return left;
  }

  ValueType parse_unary() {
    skip_spaces();
    const std::size_t from = at_;
    if (!take("-")) return parse_primary(false);
    skip_spaces();
    if (at_ < text_.size() && is_digit(text_[at_])) return parse_primary(true);
    const Nested nested(*this, from);
    const std::size_t operand = at_;
    want_next(parse_unary(), ValueType::integer, operand, "'-'");
    emit(OpCode::negate);
    return ValueType::integer;
  }

  ValueType parse_primary(bool negative) {
    skip_spaces();
    const std::size_t from = at_;
    if (at_ == text_.size()) {
      fail("M0070", text_.empty() ? 0 : text_.size() - 1, text_.size(),
           "the condition breaks off here; a value is missing");
    }
    if (is_digit(text_[at_])) return parse_number(negative);
    if (take("(")) {
      const Nested nested(*this, from);
      const ValueType type = parse_or();
      if (!take(")")) {
        if (at_ < text_.size()) fail_at_rest();
        fail("M0070", from, from + 1, "this '(' is not closed", "add a ')'");
      }
      return type;
    }
    if (is_name_start(text_[at_])) return parse_name();
    fail_at_rest();
  }

  ValueType parse_number(bool negative) {
    const std::size_t from = at_;
    std::int64_t value = 0;
    while (at_ < text_.size() && is_digit(text_[at_])) {
      value = std::min<std::int64_t>(value * 10 + (text_[at_] - '0'), kMax + 2);
      ++at_;
    }
    if (at_ < text_.size() && (is_name(text_[at_]) || text_[at_] == '.')) fail_at_rest();
    if (negative) value = -value;
    if (value > kMax || value < kMin) {
      fail("M0023", from, at_, "this number does not fit into 32 bits",
           fmt::format("numbers run from {} to {}", kMin, kMax));
    }
    emit(OpCode::constant, static_cast<std::int32_t>(value));
    return ValueType::integer;
  }

  std::string_view name_here() {
    const std::size_t from = at_;
    while (at_ < text_.size() && is_name(text_[at_])) ++at_;
    return text_.substr(from, at_ - from);
  }

  ValueType parse_name() {
    const std::size_t from = at_;
    const std::string_view name = name_here();
    if (name == "true" || name == "false") {
      emit(OpCode::constant, name == "true" ? 1 : 0);
      return ValueType::boolean;
    }
    if (name == "visited" || name == "chose" || name == "knows") return parse_function(name, from);
    if (name == "mood" || name == "turn") {
      emit(name == "mood" ? OpCode::mood : OpCode::turn);
      return ValueType::integer;
    }
    if (name == "and" || name == "or" || name == "not") {
      fail("M0070", from, at_, fmt::format("a value is missing before '{}'", name));
    }
    const NameTable::Variable variable = names_.variable(name);
    if (variable.index < 0) {
      const std::string nearest = names_.nearest_variable(name);
      std::string hint = nearest.empty() ? "declare it under 'variables:'"
                                         : fmt::format("did you mean '{}'?", nearest);
      if (name == "True" || name == "False" || name == "yes" || name == "no" || name == "TRUE" ||
          name == "FALSE")
        hint = "the words for it are true and false, in small letters";
      if (text_.substr(at_, 1) == "(")
        hint = "the functions are visited(moment), chose(moment.response) and knows(need)";
      fail("M0046", from, at_, fmt::format("there is no variable '{}'", name), hint);
    }
    emit(OpCode::variable, variable.index);
    return variable.type;
  }

  // The id between the parentheses, spaces trimmed.
  std::string_view argument(std::string_view name, std::size_t from) {
    if (!take("("))
      fail("M0070", from, at_, fmt::format("'{}' needs something in parentheses", name),
           fmt::format("write {}(…)", name));
    skip_spaces();
    const std::size_t start = at_;
    const std::size_t close = text_.find(')', at_);
    if (close == std::string_view::npos)
      fail("M0070", from, text_.size(), "this '(' is not closed", "add a ')'");
    std::size_t end = close;
    while (end > start && text_[end - 1] == ' ') --end;
    argument_at_ = start;
    argument_end_ = end;
    at_ = close + 1;
    if (start == end)
      fail("M0070", from, at_, fmt::format("'{}' needs a name in its parentheses", name));
    return text_.substr(start, end - start);
  }

  ValueType parse_function(std::string_view name, std::size_t from) {
    const std::string_view id = argument(name, from);
    if (name == "visited") {
      const std::int32_t moment = names_.moment(id);
      if (moment < 0)
        fail_unknown("M0012", fmt::format("there is no moment '{}'", id),
                     names_.nearest_moment(id));
      emit(OpCode::visited, moment);
    } else if (name == "knows") {
      const std::int32_t need = names_.need(id);
      if (need < 0)
        fail_unknown("M0045", fmt::format("there is no need '{}'", id), names_.nearest_need(id));
      emit(OpCode::knows, need);
    } else {
      parse_chose(id);
    }
    return ValueType::boolean;
  }

  void parse_chose(std::string_view id) {
    const std::size_t dot = id.find('.');
    if (dot == std::string_view::npos) {
      fail("M0070", argument_at_, argument_end_, "'chose' needs a moment and a response",
           "write chose(moment.response)");
    }
    const std::string_view moment = id.substr(0, dot);
    const std::string_view response = id.substr(dot + 1);
    if (names_.moment(moment) < 0) {
      argument_end_ = argument_at_ + dot;
      fail_unknown("M0012", fmt::format("there is no moment '{}'", moment),
                   names_.nearest_moment(moment));
    }
    const std::int32_t index = names_.response(moment, response);
    if (index < 0) {
      argument_at_ += dot + 1;
      fail_unknown("M0013", fmt::format("moment '{}' has no response '{}'", moment, response),
                   names_.nearest_response(moment, response));
    }
    emit(OpCode::chose, index);
  }

  [[noreturn]] void fail_unknown(std::string_view code,
                                 std::string message,
                                 const std::string& nearest) {
    fail(code, argument_at_, argument_end_, std::move(message),
         nearest.empty() ? "name one that the scenario has"
                         : fmt::format("did you mean '{}'?", nearest));
  }

  std::string_view text_;
  const NameTable& names_;
  std::vector<Op>& code_;
  ExpressionProblem& problem_;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::size_t argument_at_ = 0;
  std::size_t argument_end_ = 0;
};

}  // namespace

bool compile_expression(std::string_view text,
                        ValueType wanted,
                        const NameTable& names,
                        std::vector<Op>& code,
                        CodeRange& range,
                        ExpressionProblem& problem) {
  const std::size_t before = code.size();
  range = {};
  Parser parser(text, names, code, problem);
  try {
    const std::size_t length = count_code_points(text);
    if (length > kMaxExpressionLength) {
      parser.fail("M0073", 0, 1,
                  fmt::format("this condition has {} characters; at most {} are allowed", length,
                              kMaxExpressionLength),
                  "split it with a variable");
    }
    const ValueType type = parser.parse_whole();
    if (type != wanted) {
      problem.is_whole_type = true;
      const bool number = wanted == ValueType::integer;
      parser.fail("M0071", 0, text.size(),
                  number ? "a number is needed here, this is true or false"
                         : "something true or false is needed here, this is a number",
                  number ? "" : "compare it with something, for example '> 0'");
    }
  } catch (const Failed&) {
    code.resize(before);
    return false;
  }
  range = {static_cast<std::uint32_t>(before), static_cast<std::uint32_t>(code.size() - before)};
  return true;
}

std::int32_t saturating_add(std::int32_t a, std::int32_t b) {
  return saturate(std::int64_t{a} + b);
}
std::int32_t saturating_subtract(std::int32_t a, std::int32_t b) {
  return saturate(std::int64_t{a} - b);
}
std::int32_t saturating_multiply(std::int32_t a, std::int32_t b) {
  return saturate(std::int64_t{a} * b);
}

}  // namespace mot
