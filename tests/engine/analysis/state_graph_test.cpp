// The graph of states of small stories, each state and way counted by hand.
#include "engine/analysis/state_graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/support/smelly_story.h"

namespace mot {
namespace {

using test::Encounter;
using test::scored;
using test::story_of;
using test::unscored;

StateGraph graph_of(const Encounter& encounter, bool count_turns = false, bool texts = false) {
  return StateGraph(encounter.program(), GraphLimits{}, count_turns, texts);
}

// The states of a moment, in the order they were found.
std::vector<StateId> states_at(const StateGraph& graph, MomentIndex moment) {
  std::vector<StateId> found;
  for (StateId s = 0; s < graph.size(); ++s) {
    if (graph.place(s) == moment) found.push_back(s);
  }
  return found;
}

StateId only_state_at(const StateGraph& graph, MomentIndex moment) {
  const std::vector<StateId> found = states_at(graph, moment);
  REQUIRE(found.size() == 1);
  return found.front();
}

// d {a, b}, both to e {a, b}, both to the end; `after_d` and `in_e` are more keys of d.a and e.b.
Encounter two_decisions(const std::string& keys = {},
                        const std::string& after_d = {},
                        const std::string& in_e = {}) {
  return Encounter(story_of(scored("d", {{"a", 9, "e", after_d}, {"b", 5, "e"}}) +
                                scored("e", {{"a", 9}, {"b", 5, "end", in_e}}),
                            keys));
}

// A free decision that can be made again and again, or left for the end.
Encounter round_about() {
  return Encounter(
      story_of(unscored("f", {{"x", 0, "f"}, {"y", 0, "d"}}) + scored("d", {{"a", 9}, {"b", 5}})));
}

}  // namespace

TEST_CASE("Ways that nothing tells apart any more lead to one state") {
  const Encounter encounter = two_decisions();
  const StateGraph graph = graph_of(encounter);
  REQUIRE(graph.complete());
  CHECK_FALSE(graph.cancelled());
  CHECK_FALSE(graph.reaches_limit());
  REQUIRE(graph.size() == 3);
  const StateId d = only_state_at(graph, encounter.moment("d"));
  const StateId e = only_state_at(graph, encounter.moment("e"));
  const StateId end = only_state_at(graph, encounter.moment("end"));
  CHECK(graph.depth(d) == 0);
  CHECK(graph.depth(e) == 1);
  CHECK(graph.depth(end) == 2);
  CHECK_FALSE(graph.is_ending(e));
  CHECK(graph.is_ending(end));
  CHECK(graph.choices(end).empty());
  REQUIRE(graph.choices(d).size() == 2);
  for (const GraphChoice& choice : graph.choices(d)) {
    REQUIRE(graph.targets(choice).size() == 1);
    CHECK(graph.targets(choice).front().state == e);
    CHECK(graph.targets(choice).front().probability == 1);
  }
}

TEST_CASE("A choice knows its response, its gap in hundredths and its weight") {
  const Encounter encounter(
      story_of(unscored("f", {{"x", 0, "d"}, {"y", 0, "d"}}) +
               scored("d", {{"a", 9}, {"b", 5}},
                      "    stage: first\n    expects: [empathy]\n    weight: 3\n")));
  const StateGraph graph = graph_of(encounter);
  const auto free = graph.choices(only_state_at(graph, encounter.moment("f")));
  REQUIRE(free.size() == 2);
  CHECK(free[1].response == encounter.response("f.y"));
  CHECK(free[1].weight == 0);
  const auto rated = graph.choices(only_state_at(graph, encounter.moment("d")));
  REQUIRE(rated.size() == 2);
  // Eight is expected.
  CHECK(rated[0].gap == 100);
  CHECK(rated[1].gap == -300);
  CHECK(rated[1].response == encounter.response("d.b"));
  CHECK(rated[1].weight == 3);
}

TEST_CASE("Only what can still be read tells states apart") {
  const std::string keys = "variables: { x: 0 }\n";
  const Encounter unread = two_decisions(keys, "set: { x: 1 }");
  CHECK(graph_of(unread).size() == 3);
  const Encounter read = two_decisions(keys, "set: { x: 1 }", "when: x > 0");
  const StateGraph graph = graph_of(read);
  const std::vector<StateId> e = states_at(graph, read.moment("e"));
  REQUIRE(e.size() == 2);
  // First with x = 1, after d.a, then without.
  CHECK(graph.state(e[0]).variables == std::vector<std::int32_t>{1});
  CHECK(graph.choices(e[0]).size() == 2);
  CHECK(graph.state(e[1]).variables == std::vector<std::int32_t>{0});
  CHECK(graph.choices(e[1]).size() == 1);
  // At the end nothing is read.
  CHECK(states_at(graph, read.moment("end")).size() == 1);
}

TEST_CASE("What only chooses between texts tells states apart on demand") {
  const Encounter encounter(
      story_of(scored("d", {{"a", 9, "l", "set: { x: 1 }"}, {"b", 5, "l"}}) +
                   "  - id: l\n    says: Wait.\n    next: e\n" +
                   scored("e", {{"a", 9, "m"}, {"b", 5, "m"}}) +
                   "  - id: m\n    says: [{ when: x > 0, text: One. }, { text: Two. }]\n"
                   "    next: end\n",
               "variables: { x: 0 }\n"));
  CHECK(states_at(graph_of(encounter), encounter.moment("e")).size() == 1);
  CHECK(states_at(graph_of(encounter, false, true), encounter.moment("e")).size() == 2);
}

TEST_CASE("Fate leads to each of its branches, with their odds") {
  const std::string fate =
      "  - { id: luck, chance: [ { odds: 1, next: d }, { odds: 3, next: e } ] }\n";
  const std::string decisions =
      scored("d", {{"a", 9}, {"b", 5}}) + scored("e", {{"a", 9}, {"b", 5}});
  const Encounter after(
      story_of(unscored("f", {{"x", 0, "luck"}, {"y", 0, "d"}}) + fate + decisions));
  const StateGraph graph = graph_of(after);
  const auto choices = graph.choices(only_state_at(graph, after.moment("f")));
  REQUIRE(choices.size() == 2);
  const auto lucky = graph.targets(choices[0]);
  REQUIRE(lucky.size() == 2);
  CHECK(lucky[0].state == only_state_at(graph, after.moment("d")));
  CHECK(lucky[0].probability == 0.25);
  CHECK(lucky[1].state == only_state_at(graph, after.moment("e")));
  CHECK(lucky[1].probability == 0.75);
  REQUIRE(graph.beginnings().size() == 1);
  CHECK(graph.place(graph.beginnings()[0].state) == after.moment("f"));

  const Encounter first(story_of(fate + decisions));
  const StateGraph other = graph_of(first);
  REQUIRE(other.beginnings().size() == 2);
  CHECK(other.place(other.beginnings()[0].state) == first.moment("d"));
  CHECK(other.beginnings()[0].probability == 0.25);
  CHECK(other.place(other.beginnings()[1].state) == first.moment("e"));
  CHECK(other.beginnings()[1].probability == 0.75);
}

TEST_CASE("Targets come first in the order, and the longest way is known") {
  // s leads to the end at once, or through d.
  const Encounter encounter(
      story_of(scored("s", {{"out", 5}, {"on", 9, "d"}}) + scored("d", {{"a", 9}, {"b", 5}})));
  const StateGraph graph = graph_of(encounter);
  REQUIRE(graph.acyclic());
  CHECK(graph.longest() == 2);
  CHECK(graph.order() == std::vector<StateId>{only_state_at(graph, encounter.moment("end")),
                                              only_state_at(graph, encounter.moment("d")),
                                              only_state_at(graph, encounter.moment("s"))});
  for (std::size_t i = 0; i < graph.size(); ++i) {
    CHECK(graph.component(graph.order()[i]) == i);
    REQUIRE(graph.circle(graph.order()[i]).size() == 1);
    CHECK(graph.circle(graph.order()[i]).front() == graph.order()[i]);
  }
  // The shortest way is the witness.
  const StateId end = only_state_at(graph, encounter.moment("end"));
  CHECK(graph.depth(end) == 1);
  CHECK(graph.witness(end) == std::vector<std::string>{"s.out"});
  CHECK(graph.parent(end) == only_state_at(graph, encounter.moment("s")));
  CHECK(graph.parent_response(end) == encounter.response("s.out"));
  CHECK(graph.witness(graph.order().back()).empty());
  CHECK(graph.parent(graph.order().back()) == kNoState);
}

TEST_CASE("States that lead to each other are one component") {
  const Encounter encounter(story_of(unscored("f", {{"x", 0, "g"}, {"y", 0, "d"}}) +
                                     unscored("g", {{"x", 0, "f"}, {"y", 0, "f"}}) +
                                     scored("d", {{"a", 9}, {"b", 5}})));
  const StateGraph graph = graph_of(encounter);
  REQUIRE(graph.size() == 4);
  CHECK_FALSE(graph.acyclic());
  CHECK_FALSE(graph.acyclic_but_for_turns());
  const auto component = [&](const char* moment) {
    return graph.component(only_state_at(graph, encounter.moment(moment)));
  };
  CHECK(component("f") == component("g"));
  const StateId f = only_state_at(graph, encounter.moment("f"));
  const StateId g = only_state_at(graph, encounter.moment("g"));
  const auto circle = graph.circle(f);
  REQUIRE(circle.size() == 2);
  CHECK(std::is_permutation(circle.begin(), circle.end(), std::vector<StateId>{f, g}.begin()));
  const StateId d = only_state_at(graph, encounter.moment("d"));
  REQUIRE(graph.circle(d).size() == 1);
  CHECK(graph.circle(d).front() == d);
  CHECK(component("end") < component("d"));
  CHECK(component("d") < component("f"));
}

TEST_CASE("Turns tell the states of a circle apart, up to the last choice there is") {
  const Encounter encounter = round_about();
  const StateGraph plain = graph_of(encounter);
  CHECK(plain.size() == 3);
  CHECK_FALSE(plain.acyclic());
  CHECK_FALSE(plain.reaches_limit());
  CHECK_FALSE(plain.counts_turns());

  const StateGraph graph = graph_of(encounter, true);
  REQUIRE(graph.complete());
  CHECK(graph.counts_turns());
  CHECK(graph.acyclic());
  CHECK(graph.reaches_limit());
  // f after 0 … 500 choices, d after 1 … 500, and the end, which reads no turn.
  CHECK(graph.size() == 1002);
  const std::vector<StateId> f = states_at(graph, encounter.moment("f"));
  REQUIRE(f.size() == 501);
  CHECK(graph.state(f.back()).turn == kMaxTurns);
  CHECK(graph.choices(f.back()).empty());
  CHECK(graph.longest() == 500);
  // It remains a circle all the same.
  CHECK_FALSE(graph.acyclic_but_for_turns());
  const Encounter straight = two_decisions();
  CHECK(graph_of(straight, true).acyclic_but_for_turns());
}

TEST_CASE("Past its limits a graph is not complete, and says what it has") {
  const Encounter encounter = round_about();
  GraphLimits few;
  few.states = 2;
  std::vector<std::size_t> said;
  few.progress = [&](std::size_t states) { said.push_back(states); };
  const StateGraph cut(encounter.program(), few, true);
  CHECK_FALSE(cut.complete());
  CHECK_FALSE(cut.cancelled());
  CHECK(said == std::vector<std::size_t>{1});
  // What was not found is not made up.
  const Session far = encounter.play({"f.x", "f.x", "f.x", "f.x"});
  CHECK(cut.find(far.state()) == kNoState);

  const std::atomic<bool> given_up = true;
  GraphLimits cancelled;
  cancelled.cancel = &given_up;
  const StateGraph none(encounter.program(), cancelled, true);
  CHECK(none.cancelled());
  CHECK_FALSE(none.complete());
}

TEST_CASE("The state that an encounter stands in is found, whatever nothing reads") {
  const Encounter encounter =
      two_decisions("variables: { x: 0 }\n", "set: { x: 1 }", "when: x > 0");
  const StateGraph graph = graph_of(encounter);
  const std::vector<StateId> e = states_at(graph, encounter.moment("e"));
  REQUIRE(e.size() == 2);
  CHECK(graph.find(encounter.play({"d.a"}).state()) == e[0]);
  CHECK(graph.find(encounter.play({"d.b"}).state()) == e[1]);
  // Mood, turn and ledger are another here, and nothing asks for them.
  State state = encounter.play({"d.b"}).state();
  state.mood = 77;
  state.turn = 40;
  CHECK(graph.find(state) == e[1]);
  // A state taken from the graph is found again, and so it is without allocating.
  State into = encounter.program().blank_state();
  for (StateId s = 0; s < graph.size(); ++s) {
    CHECK(graph.find(graph.state(s)) == s);
    graph.state(s, into);
    CHECK(into == graph.state(s));
  }
}

TEST_CASE("More bits than a word has are kept apart") {
  // Forty free decisions, whose choices are all asked about at the last one.
  std::string moments;
  std::string early = "true";
  std::string late = "true";
  for (int i = 0; i < 40; ++i) {
    moments += unscored(fmt::format("f{}", i),
                        {{"x", 0, i < 39 ? fmt::format("f{}", i + 1) : "d"}, {"y", 0, "d"}});
    (i < 20 ? early : late) += fmt::format(" and chose(f{}.x)", i);
  }
  const Encounter encounter(story_of(moments + scored("d", {{"a", 9},
                                                            {"b", 5},
                                                            {"c", 8, "end", "when: " + early},
                                                            {"d", 7, "end", "when: " + late}})));
  const StateGraph graph = graph_of(encounter);
  REQUIRE(graph.complete());
  // d after 0 … 40 times x.
  const std::vector<StateId> d = states_at(graph, encounter.moment("d"));
  REQUIRE(d.size() == 41);
  const auto with_choices = [&](std::size_t count) {
    return std::count_if(d.begin(), d.end(),
                         [&](StateId s) { return graph.choices(s).size() == count; });
  };
  CHECK(with_choices(2) == 20);
  CHECK(with_choices(3) == 20);
  CHECK(with_choices(4) == 1);
}

}  // namespace mot
