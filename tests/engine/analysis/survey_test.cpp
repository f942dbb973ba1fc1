// What a walk over all states sees, and that it is seen while they are explored, too.
#include "engine/analysis/survey.h"

#include <catch2/catch.hpp>

#include "tests/support/encounter.h"
#include "tests/support/random_scenario.h"

namespace mot {
namespace {

// `late` is offered only after `wrong`; nobody comes to `never`; the routes out of `b` go by mood.
const test::Encounter& story() {
  static const test::Encounter made(R"(
moments:
  - { id: a, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: [ { id: right, say: O, delivers: { empathy: 9 }, next: b }, { id: wrong, say: O, delivers: { empathy: 3 }, next: b } ] }
  - { id: b, says: [ { when: chose(a.wrong), text: Hm }, { text: S } ], responses: [ { id: on, say: O, next: [ { when: mood >= 0, go: good }, { go: bad } ] }, { id: late, say: O, when: chose(a.wrong), next: bad }, { id: lost, say: O, when: turn > 9, next: never } ] }
  - { id: never, says: S, responses: [ { id: x, say: O, next: bad } ] }
  - { id: good, ending: resolved }
  - { id: bad, ending: unresolved }
)");
  return made;
}

CodeRange condition_of(std::string_view response) {
  const auto r = static_cast<std::size_t>(story().response(response));
  return story().scenario().responses[r].when;
}

bool same(const SeenAt& a, const SeenAt& b) {
  return a.state == b.state && a.response == b.response;
}

}  // namespace

TEST_CASE("a survey says what is entered, on offer, and how conditions come out") {
  const SurveyedGraph explored = explore_and_survey(story().program(), {});
  const Survey& seen = explored.seen;
  const auto entered = [&](std::string_view id) {
    return seen.entered[static_cast<std::size_t>(story().moment(id))] != 0;
  };
  CHECK(entered("a"));
  CHECK(entered("good"));
  CHECK_FALSE(entered("never"));
  CHECK(seen.offered[static_cast<std::size_t>(story().response("b.late"))] != 0);
  CHECK(seen.offered[static_cast<std::size_t>(story().response("b.lost"))] == 0);
  CHECK(seen.outcome(condition_of("b.late")) == (Survey::held | Survey::failed));
  CHECK(seen.outcome(condition_of("b.lost")) == Survey::failed);
  // After `right` comes first.
  CHECK(path_to(*explored.graph, seen.first_asked(condition_of("b.late"))) ==
        std::vector<std::string>{"a.right"});
}

TEST_CASE("what is seen while exploring is what a walk over the graph sees") {
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
