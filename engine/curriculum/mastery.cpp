#include "engine/curriculum/mastery.h"

#include <algorithm>

namespace mot {
namespace {

template <std::size_t N>
void add(std::array<SkillMastery, N>& skills, BitSet8 which, bool right, int options) {
  for (std::size_t i = 0; i < N; ++i) {
    if ((unsigned{which} >> i & 1U) == 0) continue;
    skills[i].known = known_after(skills[i].known, right, options);
    ++skills[i].seen;
  }
}

}  // namespace

double guess_among(int options) { return std::min(kMostGuess, 1.0 / std::max(options, 1)); }

double chance_of_right(double known, int options) {
  return known * (1 - kSlip) + (1 - known) * guess_among(options);
}

double known_after(double known, bool right, int options) {
  const double guess = guess_among(options);
  const double with = known * (right ? 1 - kSlip : kSlip);
  const double without = (1 - known) * (right ? guess : 1 - guess);
  const double then = with / (with + without);
  return then + (1 - then) * kLearned;
}

void add_attempt(Mastery& mastery, const AttemptScore& score) {
  for (const ScoredChoice& choice : score.choices) {
    // Where there is only one thing to do, doing it shows nothing.
    if (!choice.grade || choice.options < 2) continue;
    const bool right = *choice.grade == Grade::best || *choice.grade == Grade::good;
    add(mastery.dimensions, choice.dimensions, right, choice.options);
    add(mastery.behaviours, choice.behaviours, right, choice.options);
  }
}

}  // namespace mot
