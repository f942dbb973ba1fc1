#include "tests/support/story.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "engine/base/draw.h"
#include "engine/base/report.h"
#include "engine/scenario/loader.h"

namespace mot::test {
namespace {

class Teller {
 public:
  Teller(std::uint32_t seed, const StoryShape& shape) : seed_(seed), shape_(shape) {}

  std::string tell() {
    text_ =
        "mot: 1\nid: story\ntitle: Story\nlanguage: en\njourney: { id: j, title: J, stages: [{ id: "
        "s, title: S }] }\n"
        "customer: { id: c, name: C, mood: " +
        std::to_string(pick(60) - 30) +
        ", expects: { reliability: 7, empathy: 6, assurance: 8 } }\n"
        "needs: { n: A need. }\nvariables: { x: 0, b: false }\n";
    if (shape_.conditions && pick(2) == 0)
      text_ += "leaves: [{ when: mood <= -35, next: gone }, { when: x > 4, next: gone }]\n";
    else
      text_ += "leaves: [{ when: mood <= -99, next: gone }]\n";
    text_ += "moments:\n";
    for (int i = 0; i < shape_.decisions; ++i) decision(i);
    for (int i = 0; i < shape_.decisions; ++i) {
      if (fate_[i])
        text_ += fmt::format(
            "  - {{ id: f{}, chance: [{{ odds: {}, next: {} }}, {{ odds: {}, next: {} }}] }}\n", i,
            1 + pick(3), after(i), 1 + pick(3), after(i));
    }
    text_ += "  - { id: end, ending: resolved }\n  - { id: gone, ending: lost }\n";
    return text_;
  }

 private:
  int pick(std::uint32_t n) {
    return static_cast<int>(below(draw(seed_, Stream::policy, count_++), n));
  }

  // A later decision or the end.
  std::string after(int i) {
    const int left = shape_.decisions - 1 - i;
    const int step = 1 + (left > 1 ? pick(2) : 0);
    return i + step < shape_.decisions ? fmt::format("d{}", i + step) : "end";
  }

  std::string condition() {
    switch (pick(6)) {
      case 0: return fmt::format("x {} {}", pick(2) == 0 ? "<" : ">=", pick(4));
      case 1: return "b";
      case 2: return fmt::format("mood {} {}", pick(2) == 0 ? "<" : ">=", pick(20) - 10);
      case 3: return "knows(n)";
      case 4: return "chose(d0.r0)";
      default: return fmt::format("visited(d{}) and turn > {}", pick(2), pick(3));
    }
  }

  void decision(int i) {
    const bool scored = i == 0 || pick(4) != 0;
    text_ += fmt::format("  - id: d{}\n    says: Line.\n", i);
    if (scored)
      text_ += fmt::format(
          "    stage: s\n    channel: phone\n    touchpoint: T\n    weight: {}\n    expects: "
          "[reliability, empathy]\n",
          1 + pick(3));
    text_ += "    responses:\n";
    const int responses = 2 + pick(2);
    for (int r = 0; r < responses; ++r) response(i, r, scored);
  }

  void response(int i, int r, bool scored) {
    text_ += fmt::format("      - id: r{}\n        say: Words.\n        coach: Why.\n", r);
    if (scored)
      text_ += fmt::format("        delivers: {{ reliability: {}, empathy: {} }}\n", 1 + pick(10),
                           1 + pick(10));
    if (r > 0 && shape_.conditions && pick(3) == 0)
      text_ += fmt::format("        when: {}\n", condition());
    if (r > 0 && pick(4) == 0) text_ += "        once: true\n";
    if (pick(3) == 0) text_ += fmt::format("        set: {{ x: x + {} }}\n", pick(3));
    if (pick(4) == 0) text_ += "        uncovers: [n]\n";
    if (pick(4) == 0) text_ += pick(2) == 0 ? "" : "        tags: [t]\n";
    std::string next = after(i);
    if (shape_.circles && r > 0 && i > 0 && pick(3) == 0)
      next = fmt::format("d{}", i - (pick(2) == 0 ? 0 : 1));
    if (shape_.fate && r > 0 && pick(4) == 0) {
      fate_[i] = true;
      next = fmt::format("f{}", i);
    }
    if (shape_.conditions && pick(5) == 0)
      text_ += fmt::format("        next: [{{ when: {}, go: {} }}, {{ go: {} }}]\n", condition(),
                           after(i), next);
    else
      text_ += fmt::format("        next: {}\n", next);
  }

  std::uint32_t seed_;
  StoryShape shape_;
  std::uint64_t count_ = 0;
  std::string text_;
  bool fate_[64] = {};
};

}  // namespace

std::string story_text(std::uint32_t seed, const StoryShape& shape) {
  return Teller(seed, shape).tell();
}

std::shared_ptr<const Scenario> story(std::uint32_t seed, const StoryShape& shape) {
  DiagnosticSink sink;
  const std::string text = story_text(seed, shape);
  auto loaded = load_scenario_text("story.yaml", text, {}, sink).scenario;
  INFO(text);
  // A decision that a story happens to skip is an error of reachability: such seeds are told apart
  // by a null.
  for (const Diagnostic& finding : sink.sorted()) {
    if (finding.severity == Severity::error && finding.code != "M0085" && finding.code != "M0086") {
      FAIL("seed " << seed << ": " << render_text(finding));
    }
  }
  return loaded;
}

}  // namespace mot::test
