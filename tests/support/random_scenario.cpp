#include "tests/support/random_scenario.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace mot::test {
namespace {

// splitmix64: small, and the same everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  /// 0 … bound − 1.
  int below(int bound) {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return static_cast<int>((z ^ (z >> 31U)) % static_cast<std::uint64_t>(bound));
  }
  int between(int least, int most) { return least + below(most - least + 1); }
  bool chance(int percent) { return below(100) < percent; }
  template <class T, std::size_t N>
  const T& of(const std::array<T, N>& items) {
    return items[static_cast<std::size_t>(below(static_cast<int>(N)))];
  }

 private:
  std::uint64_t state_;
};

constexpr std::array<std::string_view, 5> kDimensionWords{"reliability", "responsiveness",
                                                          "assurance", "empathy", "tangibles"};
constexpr std::array<std::string_view, 8> kFeelings{"delighted", "pleased", "neutral", "confused",
                                                    "anxious",   "annoyed", "angry",   "relieved"};
constexpr std::array<std::string_view, 3> kKinds{"performance", "must-be", "attractive"};
constexpr std::array<std::string_view, 4> kEndings{"resolved", "unresolved", "lost", "escalated"};

// As YAML in double quotes, so that it fits everywhere.
constexpr std::array<std::string_view, 4> kTameTexts{
    "\"Good evening.\"", "\"I see.\"", "\"One moment, please.\"", "\"That was quick.\""};
constexpr std::array<std::string_view, 14> kWildTexts{
    "\"null\"",
    "\"true\"",
    "\"42\"",
    "\"- a dash\"",
    "\"a: colon, and # no comment\"",
    "\"He said: \\\"no\\\" # twice\"",
    "\"it's 'quoted'\"",
    "\"two\\nlines\"",
    "\"three\\n\\nlines\\n\"",
    "\"  led by spaces\"",
    "\"ends with a space \"",
    "\"我家天花板在漏水！\\n快来。\"",
    "\"back\\\\slash and tab\\there\"",
    "\"[brackets] {braces} *star* &and !bang % @\""};

class Expression {
 public:
  explicit Expression(Random& random) : random_(random) {}

  std::string integer(int depth) {
    if (depth == 0 || random_.chance(30)) return leaf_integer();
    switch (random_.below(4)) {
      case 0: return "-" + operand(depth);
      case 1: return fmt::format("{} + {}", integer(depth - 1), operand(depth));
      case 2: return fmt::format("{} - {}", integer(depth - 1), operand(depth));
      default: return fmt::format("{} * {}", operand(depth), operand(depth));
    }
  }

  std::string truth(int depth) {
    if (depth == 0 || random_.chance(25)) return leaf_truth();
    static constexpr std::array<std::string_view, 6> kComparisons{"<", "<=", "==", "!=", ">", ">="};
    switch (random_.below(6)) {
      case 0: return fmt::format("not {}", guarded(depth));
      case 1: return fmt::format("{} and {}", guarded(depth), guarded(depth));
      case 2: return fmt::format("{} or {}", truth(depth - 1), guarded(depth));
      case 3:
        return fmt::format("({}) {} {}", truth(depth - 1),
                           random_.chance(50) ? "==" : "!=", leaf_truth());
      default:
        return fmt::format("{} {} {}", integer(depth - 1), random_.of(kComparisons),
                           integer(depth - 1));
    }
  }

 private:
  std::string operand(int depth) { return "(" + integer(depth - 1) + ")"; }
  std::string guarded(int depth) { return "(" + truth(depth - 1) + ")"; }

  std::string leaf_integer() {
    static constexpr std::array<std::string_view, 4> kNames{"n0", "n1", "mood", "turn"};
    if (random_.chance(60)) return std::string(random_.of(kNames));
    if (random_.chance(5)) return random_.chance(50) ? "2147483647" : "-2147483648";
    return std::to_string(random_.between(-9, 9));
  }

  std::string leaf_truth() {
    static constexpr std::array<std::string_view, 7> kNames{
        "b0", "b1", "true", "false", "visited(d0)", "chose(d0.r0)", "knows(need)"};
    return std::string(random_.of(kNames));
  }

  Random& random_;
};

class ScenarioText {
 public:
  ScenarioText(std::uint64_t seed, const RandomScenario& options) : random_(seed), o_(options) {}

  std::string write(std::uint64_t seed) {
    decisions_ = std::max(1, random_.between((o_.decisions + 1) / 2, o_.decisions));
    endings_ = std::max(1, random_.between(1, o_.endings));
    hubs_ = o_.hubs > 0 ? random_.between(0, o_.hubs) : 0;
    write_head(seed);
    out_ += "moments:\n";
    // d0 is the first decision and scored; then hubs and decisions in a row, each with a way
    // onwards.
    for (int i = 0; i < decisions_; ++i) {
      write_decision(i);
      if (i < hubs_) write_hub(i);
    }
    for (int i = 0; i < endings_; ++i)
      out_ +=
          fmt::format("  - {{ id: e{}, ending: {}, says: {} }}\n", i, random_.of(kEndings), text());
    return std::move(out_);
  }

 private:
  std::string text() {
    return std::string(o_.wild_texts ? random_.of(kWildTexts) : random_.of(kTameTexts));
  }
  std::string truth() { return Expression(random_).truth(random_.between(0, 2)); }
  std::string quoted_truth() { return "\"" + truth() + "\""; }
  std::string feeling() {
    return random_.chance(30) ? fmt::format(", feels: {}", random_.of(kFeelings)) : "";
  }

  void write_head(std::uint64_t seed) {
    out_ += fmt::format("mot: 1\nid: random-{}\ntitle: {}\nlanguage: en\n", seed, text());
    out_ += "summary: A random encounter.\nbrief: None.\nminutes: 5\ndifficulty: 1\n";
    out_ += "journey: { id: j, title: J, stages: [{ id: s0, title: S }, { id: s1, title: T }] }\n";
    out_ += fmt::format("customer:\n  id: c\n  name: C\n  mood: {}\n  expects: {{ ",
                        random_.between(-50, 50));
    for (const std::string_view d : kDimensionWords)
      out_ += fmt::format("{}: {{ level: {}, kind: {} }}, ", d, random_.between(3, 9),
                          random_.of(kKinds));
    out_ += fmt::format("}}\n  importance: {{ empathy: {} }}\n", random_.between(1, 100));
    out_ += fmt::format("  spread: 0.{}\n", random_.below(100));
    out_ +=
        "standards: { fast: Be fast., kind: Be kind. }\nneeds: { need: A need., other: Two. }\n";
    if (o_.variables) {
      out_ += fmt::format("variables: {{ n0: {}, n1: {}, b0: true, b1: false }}\n",
                          random_.between(-5, 5), random_.between(-5, 5));
    } else {
      out_ += "variables: { n0: 0, n1: 1, b0: true, b1: false }\n";
    }
    if (o_.leaves && random_.chance(60)) {
      out_ += fmt::format("leaves:\n  - {{ when: mood <= {}, next: e{} }}\n",
                          random_.between(-80, 0), random_.below(endings_));
      if (random_.chance(40)) out_ += fmt::format("  - {{ when: {}, next: e0 }}\n", quoted_truth());
    }
  }

  // The moment after decision or hub `i`; the last leads to the endings.
  std::string after(int i) const {
    return i + 1 < decisions_ ? fmt::format("d{}", i + 1) : std::string("e0");
  }

  // Somewhere ahead: a decision not yet passed, or an ending.
  std::string ahead(int i) {
    const int rest = decisions_ - i - 1;
    const int target = random_.below(rest + endings_);
    return target < rest ? fmt::format("d{}", i + 1 + target) : fmt::format("e{}", target - rest);
  }

  std::string next(int i, const std::string& sure) {
    if (!o_.conditions || random_.chance(60)) return sure;
    return fmt::format("[{{ when: {}, go: {} }}, {{ go: {} }}]", quoted_truth(), ahead(i), sure);
  }

  std::string says() {
    if (!o_.conditions || random_.chance(50)) return text();
    return fmt::format("[{{ when: {}, text: {}{} }}, {{ text: {}, thinks: {} }}]", quoted_truth(),
                       text(), feeling(), text(), text());
  }

  void write_decision(int i) {
    // At stake: at least empathy; the ratings of all responses follow it.
    std::vector<std::string_view> stake;
    for (const std::string_view d : kDimensionWords) {
      if (d == "empathy" || random_.chance(35)) stake.push_back(d);
    }
    const bool scored = i == 0 || random_.chance(80);
    out_ += fmt::format("  - id: d{}\n    says: {}\n", i, says());
    if (scored) {
      out_ += fmt::format("    stage: s{}\n    channel: phone\n    touchpoint: {}\n",
                          random_.below(2), text());
      out_ += fmt::format("    expects: [{}]\n    acceptable_wait: {}\n    weight: {}\n",
                          fmt::join(stake, ", "), random_.between(1, 60), random_.between(1, 5));
    }
    if (random_.chance(20)) out_ += "    shuffle: false\n    hint: Look.\n";
    out_ += "    responses:\n";
    const int count = random_.between(1, std::clamp(o_.responses, 1, 6));
    for (int r = 0; r < count; ++r) {
      out_ += fmt::format("      - id: r{}\n        {}: {}\n", r, random_.chance(80) ? "say" : "do",
                          text());
      if (scored) write_ratings(stake);
      // The first response is always there and leads on; with the last decision's every ending.
      if (r > 0 && o_.conditions && random_.chance(30))
        out_ += fmt::format("        when: {}\n", quoted_truth());
      const bool once = r > 0 && o_.once && random_.chance(30);
      if (once) out_ += "        once: true\n";
      write_extras();
      const bool back = once && random_.chance(50);
      out_ += fmt::format("        next: {}\n", r == 0 ? step(i, count)
                                                : back ? fmt::format("d{}", random_.below(i + 1))
                                                       : next(i, ahead(i)));
    }
    write_between(i);
  }

  // What the first response of decision i leads to, and by it all that stands between.
  std::string step(int i, int) { return has_between(i) ? fmt::format("x{}", i) : entry_after(i); }
  std::string entry_after(int i) const { return i < hubs_ ? fmt::format("h{}", i) : after(i); }
  bool has_between(int i) const { return i + 1 == decisions_ || o_.lines || o_.fate; }

  void write_ratings(const std::vector<std::string_view>& stake) {
    std::string ratings;
    const bool wait = o_.waits && random_.chance(40) &&
                      std::find(stake.begin(), stake.end(), "responsiveness") != stake.end();
    for (const std::string_view d : stake) {
      if (!(wait && d == "responsiveness"))
        ratings += fmt::format("{}: {}, ", d, random_.between(1, 10));
    }
    out_ += fmt::format("        delivers: {{ {} }}\n        coach: Because.\n", ratings);
    if (wait)
      out_ += fmt::format("        wait: {{ minutes: {}, informed: {} }}\n", random_.below(90),
                          random_.chance(50));
  }

  void write_extras() {
    if (random_.chance(30)) out_ += "        behaviours: [explore, act]\n        meets: [fast]\n";
    if (random_.chance(20)) out_ += "        breaks: [kind]\n        tags: [passive, x1]\n";
    if (random_.chance(25)) out_ += "        uncovers: [need]\n";
    if (random_.chance(60)) out_ += fmt::format("        reply: {}\n", says());
    if (!o_.variables || !random_.chance(50)) return;
    Expression expression(random_);
    out_ += fmt::format("        set: {{ n{}: \"{}\"", random_.below(2),
                        expression.integer(random_.below(3)));
    if (random_.chance(50))
      out_ += fmt::format(", b{}: \"{}\"", random_.below(2), expression.truth(random_.below(3)));
    out_ += " }\n";
  }

  // Lines and fate between decision i and what follows it. Behind the last decision fate or a route
  // leads to every ending, so that all can be reached.
  void write_between(int i) {
    if (!has_between(i)) return;
    const bool last = i + 1 == decisions_;
    if (!last && (!o_.fate || (o_.lines && random_.chance(50)))) {
      out_ += fmt::format("  - {{ id: x{}, says: {}, next: {} }}\n", i, says(),
                          next(i, entry_after(i)));
      return;
    }
    if (!last) {
      out_ += fmt::format("  - id: x{}\n    chance:\n", i);
      out_ +=
          fmt::format("      - {{ odds: {}, next: {} }}\n", random_.between(1, 9), entry_after(i));
      out_ += fmt::format("      - {{ odds: {}, next: {} }}\n", random_.between(1, 9), ahead(i));
      return;
    }
    if (i < hubs_) {
      out_ += fmt::format("  - {{ id: x{}, says: {}, next: h{} }}\n", i, text(), i);
    } else {
      write_last("x", i);
    }
  }

  // A line with a route to each ending, the first of them for all other cases.
  void write_last(std::string_view prefix, int i) {
    out_ += fmt::format("  - {{ id: {}{}, says: {}, next: [", prefix, i, text());
    for (int e = endings_ - 1; e > 0; --e)
      out_ += fmt::format("{{ when: {}, go: e{} }}, ", quoted_truth(), e);
    out_ += "{ go: e0 }] }\n";
  }

  // A free decision: topics that are asked once each, and a way on.
  void write_hub(int i) {
    const bool last = i + 1 == decisions_;
    out_ += fmt::format("  - id: h{}\n    says: {}\n    responses:\n", i, says());
    for (int t = 0; t < 2; ++t)
      out_ += fmt::format(
          "      - {{ id: t{}, once: true, say: {}, uncovers: [{}], reply: {}, next: h{} }}\n", t,
          text(), t == 0 ? "need" : "other", text(), i);
    out_ += fmt::format("      - {{ id: on, say: {}, next: {} }}\n", text(),
                        last ? fmt::format("y{}", i) : after(i));
    if (last) write_last("y", i);
  }

  Random random_;
  RandomScenario o_;
  int decisions_ = 1;
  int endings_ = 1;
  int hubs_ = 0;
  std::string out_;
};

}  // namespace

std::string random_scenario(std::uint64_t seed, const RandomScenario& options) {
  return ScenarioText(seed, options).write(seed);
}

std::string random_expression(std::uint64_t seed, bool boolean, int depth) {
  Random random(seed);
  Expression expression(random);
  return boolean ? expression.truth(depth) : expression.integer(depth);
}

}  // namespace mot::test
