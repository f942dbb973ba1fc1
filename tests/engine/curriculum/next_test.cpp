#include "engine/curriculum/next.h"

#include <catch2/catch.hpp>

#include "engine/base/utc.h"
#include "tests/support/encounter.h"

using Catch::Detail::Approx;
using mot::Candidate;
using mot::Exercise;
using mot::Mastery;
using mot::NextReason;

namespace {

constexpr mot::BitSet8 kEmpathy = bit(mot::Dimension::empathy);
constexpr mot::BitSet8 kReliability = bit(mot::Dimension::reliability);

Mastery knows(double empathy, double reliability) {
  Mastery mastery;
  mastery.dimensions[3].known = empathy;
  mastery.dimensions[0].known = reliability;
  return mastery;
}

Candidate candidate(mot::BitSet8 dimensions, int difficulty = 3) {
  return {{dimensions, 0, difficulty, 4}, false, std::nullopt};
}

}  // namespace

TEST_CASE("the chance of a right choice comes from what is known and from difficulty") {
  // Known to .5 of 4 options: .5·.9 + .5·.25 = .575.
  CHECK(chance_in({kEmpathy, 0, 3, 4}, knows(0.5, 0)) == Approx(0.575));
  CHECK(chance_in({kEmpathy, 0, 0, 4}, knows(0.5, 0)) == Approx(0.575));
  // ln(.575/.425) = .3023; two steps harder: −.6977 → .3323.
  CHECK(chance_in({kEmpathy, 0, 5, 4}, knows(0.5, 0)) == Approx(0.33232).margin(1e-5));
  CHECK(chance_in({kEmpathy, 0, 1, 4}, knows(0.5, 0)) == Approx(0.78622).margin(1e-5));
  // The mean of two skills.
  const auto both = static_cast<mot::BitSet8>(kEmpathy | kReliability);
  CHECK(chance_in({both, 0, 3, 4}, knows(1, 0)) == Approx(0.575));
  CHECK(need_of({both, 0, 3, 4}, knows(1, 0)) == Approx(0.5));
}

TEST_CASE("what trains the weakest skill comes first, and says which that is") {
  const std::vector<Candidate> candidates{candidate(kEmpathy), candidate(kReliability)};
  const auto next = mot::next_of(candidates, knows(0.9, 0.5), 0);
  REQUIRE(next);
  CHECK(next->place == 1);
  CHECK(next->reason == NextReason::need);
  REQUIRE(next->weakest);
  CHECK(name_of(*next->weakest) == "reliability");
  CHECK(next->chance == Approx(0.575));
}

TEST_CASE("of two that train the same the one with the fitting difficulty comes first") {
  // .575 in the middle, .7862 at the easiest: nearer to .75.
  const std::vector<Candidate> candidates{candidate(kEmpathy, 5), candidate(kEmpathy, 3),
                                          candidate(kEmpathy, 1)};
  CHECK(mot::next_of(candidates, knows(0.5, 0), 0)->place == 2);
  CHECK(mot::next_of(candidates, knows(0.97, 0), 0)->place == 0);
}

TEST_CASE("what is due comes before, the least remembered first, and an example before all") {
  std::vector<Candidate> candidates{candidate(kEmpathy), candidate(kEmpathy), candidate(kEmpathy)};
  candidates[1].card = reviewed({}, mot::Rating::easy, 0);
  candidates[2].card = reviewed({}, mot::Rating::good, 0);
  const std::int64_t later = 30 * mot::kSecondsADay;
  auto next = mot::next_of(candidates, {}, later);
  CHECK(next->place == 2);
  CHECK(next->reason == NextReason::review);
  CHECK(mot::next_of(candidates, {}, 0)->reason == NextReason::need);
  candidates[0].example = true;
  next = mot::next_of(candidates, {}, later);
  CHECK(next->place == 0);
  CHECK(next->reason == NextReason::example);
  CHECK_FALSE(mot::next_of({}, {}, 0));
}

TEST_CASE("an exercise is what its scored decisions have at stake and show") {
  const mot::test::Encounter encounter(
      "difficulty: 4\nmoments:\n" +
      mot::test::call_moment(
          {"{ id: x, say: A, delivers: { empathy: 10 }, behaviours: [explore], next: b }",
           "{ id: y, say: B, delivers: { empathy: 2 }, behaviours: [act], next: b }",
           "{ id: z, say: C, delivers: { empathy: 2 }, next: b }"}) +
      R"(  - id: b
    says: And now?
    responses:
      - { id: x, say: A, behaviours: [confirm], next: end }
  - { id: end, ending: resolved }
)");
  const Exercise exercise = exercise_of(encounter.scenario());
  CHECK(exercise.dimensions == kEmpathy);
  CHECK(exercise.behaviours == (bit(mot::Behaviour::explore) | bit(mot::Behaviour::act)));
  CHECK(exercise.difficulty == 4);
  CHECK(exercise.options == 3);
}

TEST_CASE("in a course the next lesson is an open one, or a passed one that is due") {
  mot::Course course;
  course.lessons.resize(3);
  course.lessons[2].trains_dimensions = kReliability;
  const std::vector<Exercise> exercises(3, Exercise{kEmpathy, 0, 3, 4});
  mot::CourseProgress progress;
  progress.lessons.resize(3);
  progress.lessons[0].state = mot::LessonState::passed;
  progress.lessons[0].card = reviewed({}, mot::Rating::easy, 0);
  progress.lessons[1].state = mot::LessonState::locked;
  progress.lessons[2].state = mot::LessonState::open;
  auto next = next_lesson(course, progress, exercises, {}, 0);
  REQUIRE(next);
  CHECK(next->place == 2);
  CHECK(name_of(*next->weakest) == "reliability");
  next = next_lesson(course, progress, exercises, {}, progress.lessons[0].card->due);
  CHECK(next->place == 0);
  CHECK(next->reason == NextReason::review);
  progress.lessons[2].state = mot::LessonState::passed;
  CHECK_FALSE(next_lesson(course, progress, exercises, {}, 0));
}
