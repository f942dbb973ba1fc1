#include "tests/support/smelly_story.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "engine/base/catalogue.h"
#include "engine/encounter/step.h"

namespace mot::test {
namespace {

std::string responses(const std::vector<Says>& all) {
  std::string text = "    responses:\n";
  for (const Says& one : all) {
    text += fmt::format("      - {{ id: {}, say: \"{}\", next: {}, coach: Why.", one.id, one.words,
                        one.next);
    if (one.empathy > 0) text += fmt::format(", delivers: {{ empathy: {} }}", one.empathy);
    text += (one.more.empty() ? "" : ", ") + one.more + " }\n";
  }
  return text;
}

// Every choice is on offer where it is made, with some luck.
bool replays(const Program& program, const std::vector<std::string>& witness) {
  std::vector<State> states;
  for (Successor& s : beginnings(program)) states.push_back(std::move(s.state));
  for (const std::string& name : witness) {
    const ResponseIndex r = program.scenario().find_response(name);
    std::vector<State> after;
    for (const State& state : states) {
      const auto offers = offers_in(program, state);
      if (std::find(offers.begin(), offers.end(), r) == offers.end()) continue;
      for (Successor& s : successors(program, state, r)) after.push_back(std::move(s.state));
    }
    states = std::move(after);
  }
  return !states.empty();
}

}  // namespace

std::string scored(const std::string& id, const std::vector<Says>& all, const std::string& more) {
  return fmt::format("  - id: {}\n    says: Line.\n    channel: phone\n    touchpoint: T\n", id) +
         more + responses(all);
}

std::string unscored(const std::string& id, const std::vector<Says>& all) {
  return fmt::format("  - id: {}\n    says: Line.\n", id) + responses(all);
}

std::string chain(int count, const Says& first, const Says& second) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    Says a = first;
    Says b = second;
    a.next = b.next = i + 1 < count ? fmt::format("d{}", i + 1) : "end";
    text += scored(fmt::format("d{}", i), {a, b});
  }
  return text;
}

std::string story_of(const std::string& moments, const std::string& keys) {
  return keys + "moments:\n" + moments + "  - { id: end, ending: resolved, says: Goodbye. }\n";
}

std::string story_with_secret(bool open) {
  const std::string before =
      open ? scored("s", {{"x", 9, "d", "set: { x: 6 }"}, {"y", 5, "d"}}) : "";
  const std::string routes = "[{ when: x > 5, go: secret }, { go: end }]";
  return story_of(before + scored("d", {{"a", 9, routes}, {"b", 5}}) +
                      "  - { id: secret, says: Psst., next: end }\n",
                  "variables: { x: 0 }\n");
}

std::vector<Smell> smells_of(const Encounter& encounter, std::size_t states) {
  SolveOptions options;
  options.limits.states = states;
  Solution solution(encounter.program(), options);
  return find_smells(encounter.program(), solution);
}

Places places(const std::string& body, std::string_view code) {
  INFO(body);
  const Encounter encounter(body);
  Places found;
  for (const Smell& smell : smells_of(encounter)) {
    INFO(smell.code << " " << smell.message);
    CHECK(replays(encounter.program(), smell.witness));
    CHECK(find_catalogue_entry(smell.code) != nullptr);
    if (smell.code == code) found.push_back(smell.where);
  }
  return found;
}

}  // namespace mot::test
