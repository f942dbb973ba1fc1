// What a walk over all states sees of a small story.
#include "engine/analysis/survey.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/support/random_scenario.h"
#include "tests/support/smelly_story.h"

namespace mot {
namespace {

using test::Encounter;
using test::scored;
using test::story_of;
using test::story_with_secret;

StateGraph graph_of(const Encounter& encounter) {
  return StateGraph(encounter.program(), GraphLimits{}, false, true);
}

bool entered(const Encounter& encounter, const Survey& seen, const char* moment) {
  return seen.entered[static_cast<std::size_t>(encounter.moment(moment))] != 0;
}

CodeRange first_route_of(const Encounter& encounter, const char* response) {
  const Scenario& scenario = encounter.scenario();
  const auto r = static_cast<std::size_t>(encounter.response(response));
  return scenario.routes_of(scenario.responses[r].next)[0].when;
}

constexpr auto kBoth = static_cast<unsigned char>(Survey::held | Survey::failed);
using Names = std::vector<std::string>;

bool same(const SeenAt& a, const SeenAt& b) {
  return a.state == b.state && a.response == b.response;
}

}  // namespace

TEST_CASE("Moments are entered, and conditions hold or fail, as far as some play leads there") {
  const Encounter shut(story_with_secret(false));
  const StateGraph graph = graph_of(shut);
  const Survey seen = survey(graph);
  CHECK(entered(shut, seen, "d"));
  CHECK(entered(shut, seen, "end"));
  CHECK_FALSE(entered(shut, seen, "secret"));
  CHECK(seen.outcome(first_route_of(shut, "d.a")) == Survey::failed);
  CHECK(path_to(graph, seen.first_asked(first_route_of(shut, "d.a"))) == Names{"d.a"});

  const Encounter open(story_with_secret(true));
  const StateGraph other = graph_of(open);
  const Survey more = survey(other);
  CHECK(entered(open, more, "secret"));
  CHECK(more.outcome(first_route_of(open, "d.a")) == kBoth);
  CHECK(path_to(other, more.first_asked(first_route_of(open, "d.a"))) == Names{"s.x", "d.a"});
}

TEST_CASE("A response counts as offered only where its condition holds") {
  const auto offered = [](const std::string& condition) {
    const Encounter encounter(
        story_of(scored("s", {{"a", 9, "d"}, {"b", 5, "d"}}) +
                 scored("d", {{"a", 9}, {"b", 5, "end", "when: " + condition}})));
    const Survey seen = survey(graph_of(encounter));
    const auto r = static_cast<std::size_t>(encounter.response("d.b"));
    const bool on_offer = seen.offered[r] != 0;
    const unsigned char outcome = seen.outcome(encounter.scenario().responses[r].when);
    CHECK(on_offer == ((outcome & Survey::held) != 0));
    return outcome;
  };
  CHECK(offered("chose(s.a)") == kBoth);
  CHECK(offered("turn > 0") == Survey::held);
  CHECK(offered("turn > 1") == Survey::failed);
}

TEST_CASE("Of variants only those are asked that come before the one that is shown") {
  const Encounter encounter(
      story_of(scored("d", {{"a", 9, "l"}, {"b", 5, "l"}}) +
               "  - id: l\n"
               "    says: [{ when: turn > 0, text: One. }, { when: turn > 5, text: Two. },"
               " { text: Three. }]\n"
               "    next: end\n"));
  const Survey seen = survey(graph_of(encounter));
  const Scenario& scenario = encounter.scenario();
  const auto lines =
      scenario.lines_of(scenario.moments[static_cast<std::size_t>(encounter.moment("l"))].says);
  REQUIRE(lines.size() == 3);
  CHECK(seen.outcome(lines[0].when) == Survey::held);
  CHECK(seen.outcome(lines[1].when) == 0);
}

TEST_CASE("Every branch of fate is walked") {
  const Encounter encounter(
      story_of("  - { id: luck, chance: [ { odds: 1, next: d }, { odds: 99, next: e } ] }\n" +
               scored("d", {{"a", 9}, {"b", 5}}) + scored("e", {{"a", 9}, {"b", 5}})));
  const Survey seen = survey(graph_of(encounter));
  CHECK(entered(encounter, seen, "d"));
  CHECK(entered(encounter, seen, "e"));
}

TEST_CASE("The range of a moment is that of what can be on offer") {
  const Encounter encounter(
      story_of(scored("d", {{"a", 9}, {"b", 5}, {"never", 2, "end", "when: turn > 5"}}) +
                   scored("lost", {{"a", 9}, {"b", 5}}),
               "leaves: [ { when: mood < -99, next: lost } ]\n"));
  const auto ranges = moment_ranges(encounter.program(), survey(graph_of(encounter)));
  REQUIRE(ranges.size() == 3);
  CHECK(ranges[0].moment == encounter.moment("d"));
  CHECK(ranges[0].reachable);
  CHECK(ranges[0].lowest_gap == -300);
  CHECK(ranges[0].highest_gap == 100);
  CHECK_FALSE(ranges[1].reachable);
}

TEST_CASE("What is seen while exploring is what a walk over the graph sees") {
  test::RandomScenario shape;
  shape.wild_texts = false;
  std::size_t conditions = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    INFO("scenario " << seed);
    const auto encounter = test::Encounter::whole(test::random_scenario(seed, shape));
    const SurveyedGraph explored = explore_and_survey(encounter.program(), {20'000, nullptr, {}});
    if (!explored.graph->complete()) continue;
    const Survey walked = survey(*explored.graph);
    CHECK(explored.seen.entered == walked.entered);
    CHECK(explored.seen.offered == walked.offered);
    CHECK(explored.seen.outcomes == walked.outcomes);
    CHECK(std::equal(explored.seen.asked_at.begin(), explored.seen.asked_at.end(),
                     walked.asked_at.begin(), walked.asked_at.end(), same));
    conditions +=
        static_cast<std::size_t>(std::count_if(walked.outcomes.begin(), walked.outcomes.end(),
                                               [](unsigned char outcome) { return outcome != 0; }));
  }
  CHECK(conditions > 300);
}

}  // namespace mot
