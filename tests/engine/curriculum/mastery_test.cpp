#include "engine/curriculum/mastery.h"

#include <catch2/catch.hpp>

#include "tests/support/attempts.h"

using Catch::Detail::Approx;
using mot::known_after;

namespace {

mot::ScoredChoice choice(mot::Grade grade, int options) {
  mot::ScoredChoice made;
  made.grade = grade;
  made.options = options;
  made.dimensions = bit(mot::Dimension::empathy);
  made.behaviours = bit(mot::Behaviour::explore);
  return made;
}

}  // namespace

TEST_CASE("a right and a wrong answer move what is known as Corbett and Anderson have it") {
  // .30·.90 / (.30·.90 + .70·.25) = .606742, then + .15 of the rest.
  CHECK(known_after(0.30, true, 4) == Approx(0.665730).margin(1e-6));
  // .30·.10 / (.30·.10 + .70·.75) = .054054.
  CHECK(known_after(0.30, false, 4) == Approx(0.195946).margin(1e-6));
  CHECK(known_after(known_after(0.30, true, 4), false, 4) == Approx(0.328353).margin(1e-6));
}

TEST_CASE("guessing is one of the options, and never easier than three tenths") {
  CHECK(mot::guess_among(2) == 0.30);
  CHECK(mot::guess_among(3) == 0.30);
  CHECK(mot::guess_among(4) == 0.25);
  CHECK(mot::guess_among(5) == 0.20);
  CHECK(mot::chance_of_right(1, 4) == Approx(0.9));
  CHECK(mot::chance_of_right(0, 4) == Approx(0.25));
}

TEST_CASE("a skill is mastered after some right answers in a row") {
  mot::SkillMastery skill;
  int needed = 0;
  for (; !skill.mastered(); ++needed) skill.known = known_after(skill.known, true, 4);
  CHECK(needed == 3);
}

TEST_CASE("best and good are right, for dimensions at stake and behaviours of the best response") {
  mot::AttemptScore score;
  score.choices = {choice(mot::Grade::good, 4), choice(mot::Grade::fair, 4),
                   choice(mot::Grade::best, 1)};
  mot::Mastery mastery;
  add_attempt(mastery, score);
  const double expected = known_after(known_after(0.30, true, 4), false, 4);
  CHECK(mastery.dimensions[3].known == expected);
  // One with nothing to choose from is no evidence.
  CHECK(mastery.dimensions[3].seen == 2);
  CHECK(mastery.behaviours[0].known == expected);
  CHECK(mastery.dimensions[0] == mot::SkillMastery{});
}
