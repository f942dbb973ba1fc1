#include "tests/support/long_story.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "engine/base/draw.h"

namespace mot::test {
namespace {

std::string head(const char* id) {
  return fmt::format(
      "mot: 1\nid: {0}\ntitle: {0}\nlanguage: en\n"
      "journey: {{ id: j, title: J, stages: [ {{ id: s, title: S }} ] }}\n"
      "customer: {{ id: c, name: Ann, expects: {{ reliability: 7, empathy: 8 }} }}\n",
      id);
}

std::uint32_t pick(std::uint64_t which, std::uint64_t what, std::uint32_t below_this) {
  return below(draw(1, Stream::policy, which, what), below_this);
}

std::string scored(const std::string& id, std::uint32_t weight) {
  return fmt::format(
      "  - id: {}\n    stage: s\n    channel: phone\n    touchpoint: T\n    weight: {}\n"
      "    expects: [reliability, empathy]\n    says: Well\n    responses:\n",
      id, weight);
}

std::string response(std::uint32_t number, std::uint64_t which, const std::string& rest) {
  return fmt::format(
      "      - {{ id: r{}, say: So, delivers: {{ reliability: {}, empathy: {} }}, {} }}\n", number,
      1 + pick(which, 2 * std::uint64_t{number}, 10),
      1 + pick(which, 2 * std::uint64_t{number} + 1, 10), rest);
}

}  // namespace

std::string chain_story(std::uint32_t depth, std::uint32_t width) {
  std::string text = head("chain") + "moments:\n";
  for (std::uint32_t d = 0; d < depth; ++d) {
    text += scored(fmt::format("d{}", d), 1 + d % 5);
    const std::string next = d + 1 < depth ? fmt::format("d{}", d + 1) : "end";
    for (std::uint32_t r = 0; r < width; ++r) text += response(r, d, "next: " + next);
  }
  return text + "  - { id: end, ending: resolved }\n";
}

std::string layered_story(std::uint32_t decisions, std::uint32_t depth) {
  constexpr std::uint32_t kResponses = 4;
  const std::uint32_t most = std::max(1U, decisions / depth);
  // It widens from one decision, so that each is led to.
  std::vector<std::uint32_t> widths{1};
  while (widths.size() < depth) widths.push_back(std::min(most, kResponses * widths.back()));
  std::string text = head("layered") + "variables: { x: 0 }\nmoments:\n";
  std::uint64_t which = 0;
  for (std::uint32_t layer = 0; layer < depth; ++layer) {
    const std::uint32_t width = widths[layer];
    const std::uint32_t next = layer + 1 < depth ? widths[layer + 1] : 0;
    for (std::uint32_t i = 0; i < width; ++i, ++which) {
      text += scored(fmt::format("l{}-{}", layer, i), 1 + pick(which, 100, 5));
      for (std::uint32_t r = 0; r < kResponses; ++r) {
        std::string to = "end";
        if (next > width || (next > 0 && r == 0)) {
          to = fmt::format("l{}-{}", layer + 1, (i + r * width) % next);
        } else if (next > 0) {
          to = fmt::format("l{}-{}", layer + 1, pick(which, 200 + r, next));
        }
        // The first is always on offer.
        const bool asks = r > 0 && (kResponses * which + r) % 3 == 0;
        text +=
            response(r, which,
                     fmt::format("set: {{ x: x + {} }}, {}next: {}", pick(which, 300 + r, 4),
                                 asks ? fmt::format("when: x < {}, ", 3 * layer / 2 + 3) : "", to));
      }
    }
  }
  return text + "  - { id: end, ending: resolved }\n";
}

std::string endless_story(std::uint32_t decisions) {
  std::string variables;
  std::string sum;
  std::string moments;
  for (std::uint32_t d = 0; d < decisions; ++d) {
    variables += fmt::format("  v{}: 0\n", d);
    sum += fmt::format("{}{} * v{}", d > 0 ? " + " : "", d + 1, d);
    moments += fmt::format("  - {{ id: d{}, says: Go on, responses: [", d);
    for (std::uint32_t r = 0; r < 3; ++r)
      moments +=
          fmt::format("{}{{ id: r{}, say: So, set: {{ v{}: {} }}, next: {} }}", r > 0 ? ", " : "",
                      r, d, r, d + 1 < decisions ? fmt::format("d{}", d + 1) : "last");
    moments += "] }\n";
  }
  return head("endless") + "variables:\n" + variables + "moments:\n" + moments + scored("last", 1) +
         response(0, 0,
                  fmt::format("next: [ {{ when: '{} == 77', go: lost }}, {{ go: end }} ]", sum)) +
         "  - { id: lost, ending: lost }\n  - { id: end, ending: resolved }\n";
}

}  // namespace mot::test
