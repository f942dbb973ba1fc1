#include "engine/analysis/aims.h"

#include <algorithm>

namespace mot {
namespace {

// Only where it is known: an empty optional is above nothing.
bool above(const std::optional<double>& value, double most) { return value && *value > most; }

bool gives_away(const std::optional<DecisionShare>& share) {
  return share && share->percent() > kAimGiveaway;
}

}  // namespace

std::vector<Aimed> missed_aims(const ScenarioContents& contents, const ScenarioFigures& figures) {
  std::vector<Aimed> missed;
  const auto miss = [&missed](bool is_missed, Aimed aim) {
    if (is_missed) missed.push_back(aim);
  };
  const bool known = figures.best && figures.worst;
  // Satisfaction has two decimals; fate makes sums of them, never exact.
  constexpr double kSlack = 1e-9;
  miss(known && *figures.best - *figures.worst < kAimRange - kSlack, Aimed::range);
  miss(std::find(figures.categories.begin(), figures.categories.end(), std::optional(false)) !=
           figures.categories.end(),
       Aimed::reaches);
  miss(gives_away(figures.longest), Aimed::longest);
  miss(gives_away(figures.first), Aimed::first);
  miss(figures.regret && figures.regret->percent > kAimRegret + kSlack, Aimed::regret);
  // "Below": what is reached exactly is missed.
  miss(above(figures.random.score, kAimRandom - kSlack), Aimed::random);
  miss(above(figures.passive.score, kAimPassive - kSlack), Aimed::passive);
  miss(contents.needs < kAimNeeds, Aimed::needs);
  miss(contents.waits < kAimWaits, Aimed::waits);
  return missed;
}

}  // namespace mot
