// docs/model.md 3, 4, 6 (score, grade) and 7.
#include "engine/outcome/scorecard.h"

#include <algorithm>
#include <limits>

#include "engine/customer/gap.h"
#include "engine/customer/persona.h"
#include "engine/customer/satisfaction.h"

namespace mot {
namespace {

/// Values of the exact analysis are doubles equal within this (docs/model.md 6).
constexpr double kExact = 1e-9;

const Response& response_at(const Scenario& scenario, ResponseIndex r) {
  return scenario.responses[static_cast<std::size_t>(r)];
}

const Moment& moment_of(const Scenario& scenario, ResponseIndex r) {
  return scenario.moments[static_cast<std::size_t>(response_at(scenario, r).moment)];
}

MomentScore score_of_turn(const Scenario& scenario, const Turn& turn, int own) {
  const Response& response = response_at(scenario, turn.response);
  const Moment& moment = moment_of(scenario, turn.response);
  MomentScore scored;
  scored.moment = response.moment;
  scored.response = turn.response;
  scored.scored = moment.scored;
  if (moment.scored) {
    scored.expectation = expectation(moment.stake);
    scored.gap = response.gap;
    scored.quality = scored.expectation + scored.gap;
  }
  scored.mood = turn.after.mood;
  if (!turn.after.ledger.empty()) {
    scored.satisfaction_so_far = csat(satisfaction(own, turn.after.ledger) / 100.0);
  }
  return scored;
}

/// A weighted share, in percent; nothing where nothing counted.
struct Share {
  std::int64_t weight = 0;
  double sum = 0;
  void add(std::int64_t w, double part) {
    weight += w;
    sum += static_cast<double>(w) * part;
  }
  std::optional<double> percent() const {
    if (weight == 0) return std::nullopt;
    return 100.0 * sum / static_cast<double>(weight);
  }
};

/// How a turn did in one dimension, between the lowest and the highest counted rating on offer;
/// nothing where all were equal.
std::optional<double> dimension_part(const Scenario& scenario, const Turn& turn, std::size_t d) {
  const Expectation& expected = moment_of(scenario, turn.response).stake.expected[d];
  const auto rating = [&](ResponseIndex r) {
    return counted_rating(response_at(scenario, r).delivers[d], expected);
  };
  int lowest = rating(turn.response);
  int highest = lowest;
  for (const ResponseIndex r : turn.offers) {
    lowest = std::min(lowest, rating(r));
    highest = std::max(highest, rating(r));
  }
  if (lowest == highest) return std::nullopt;
  return static_cast<double>(rating(turn.response) - lowest) / (highest - lowest);
}

void add_dimensions(Scorecard& card, const Session& session) {
  const Scenario& scenario = session.scenario();
  for (std::size_t d = 0; d < kDimensions; ++d) {
    Share share;
    for (const Turn& turn : session.turns()) {
      const Moment& moment = moment_of(scenario, turn.response);
      if (!moment.scored || !has(moment.stake.at_stake, kAllDimensions[d])) continue;
      if (const auto part = dimension_part(scenario, turn, d)) {
        share.add(std::int64_t{moment.weight} * moment.stake.importance[d], *part);
      }
    }
    card.dimensions[d] = share.percent();
  }
}

void add_behaviours(Scorecard& card, const Scenario& scenario) {
  for (std::size_t b = 0; b < kBehaviours; ++b) {
    const auto behaviour = static_cast<Behaviour>(b);
    Share share;
    for (const MomentScore& moment : card.moments) {
      if (!moment.value || moment.value->best == kNone) continue;
      if (!has(response_at(scenario, moment.value->best).behaviours, behaviour)) continue;
      share.add(1, has(response_at(scenario, moment.response).behaviours, behaviour) ? 1.0 : 0.0);
    }
    card.behaviours[b] = share.percent();
  }
}

/// The numbers of the exact analysis, with the rule that a choice without regret is itself the
/// best.
void add_values(Scorecard& card, const SolvedSession& solved) {
  card.best = solved.best;
  card.worst = solved.worst;
  const double range = solved.best - solved.worst;
  double regret = 0;
  for (std::size_t i = 0; i < std::min(card.moments.size(), solved.choices.size()); ++i) {
    MomentScore& moment = card.moments[i];
    moment.value = solved.choices[i];
    moment.grade = grade_of(moment.value->regret, range);
    if (moment.value->regret <= kExact) moment.value->best = moment.response;
    regret += moment.value->regret;
  }
  if (!card.complete || solved.choices.size() < card.moments.size()) return;
  card.score = range <= kExact ? 100.0 : std::clamp(100.0 * (1.0 - regret / range), 0.0, 100.0);
}

void add_needs_and_standards(Scorecard& card, const Session& session) {
  const Scenario& scenario = session.scenario();
  std::vector<bool> found(scenario.needs.size());
  std::vector<bool> met(scenario.standards.size());
  std::vector<bool> broken(scenario.standards.size());
  const auto mark = [&scenario](std::vector<bool>& marks, Range ids) {
    for (const std::int32_t id : scenario.ids_of(ids)) marks[static_cast<std::size_t>(id)] = true;
  };
  for (const Turn& turn : session.turns()) {
    const Response& response = response_at(scenario, turn.response);
    mark(found, response.uncovers);
    mark(met, response.meets);
    mark(broken, response.breaks);
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i]) {
      card.needs_found.push_back(static_cast<int>(i));
    } else if (card.complete) {
      card.needs_missed.push_back(static_cast<int>(i));
    }
  }
  for (std::size_t i = 0; i < met.size(); ++i) {
    if (broken[i]) {
      card.standards_broken.push_back(static_cast<int>(i));
    } else if (met[i]) {
      card.standards_met.push_back(static_cast<int>(i));
    }
  }
}

}  // namespace

std::string_view name_of(Grade grade) {
  constexpr std::array<std::string_view, 5> kNames{"best", "good", "fair", "weak", "harmful"};
  return kNames[static_cast<std::size_t>(grade)];
}

Grade grade_of(double regret, double range) {
  // Shares of best − worst (ours).
  constexpr double kGood = 0.05;
  constexpr double kFair = 0.15;
  constexpr double kWeak = 0.35;
  if (regret <= kExact) return Grade::best;
  if (regret <= kGood * range + kExact) return Grade::good;
  if (regret <= kFair * range + kExact) return Grade::fair;
  return regret <= kWeak * range + kExact ? Grade::weak : Grade::harmful;
}

Scorecard score(const Session& session, const SolvedSession* solved) {
  const Scenario& scenario = session.scenario();
  const int own = own_expectation(scenario.customer.persona);
  Scorecard card;
  card.complete = session.status() == SessionStatus::ended;
  for (const Turn& turn : session.turns()) {
    card.moments.push_back(score_of_turn(scenario, turn, own));
  }
  if (card.complete) {
    card.ending = scenario.moments[static_cast<std::size_t>(session.state().place)].ending;
    if (!session.state().ledger.empty()) {
      card.satisfaction = satisfaction(own, session.state().ledger);
      card.recommend = recommend(*card.satisfaction);
      card.category = category_of(*card.recommend);
    }
  }
  if (solved != nullptr) add_values(card, *solved);
  add_dimensions(card, session);
  add_behaviours(card, scenario);
  add_needs_and_standards(card, session);
  return card;
}

}  // namespace mot
