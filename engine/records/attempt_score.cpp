#include "engine/records/attempt_score.h"

#include <algorithm>
#include <cmath>

#include "engine/analysis/judged_play.h"
#include "engine/customer/satisfaction.h"

namespace mot {
namespace {

std::vector<std::string> ids_of(const std::vector<NamedText>& named,
                                const std::vector<int>& which) {
  std::vector<std::string> ids;
  ids.reserve(which.size());
  for (const int index : which) ids.emplace_back(named[static_cast<std::size_t>(index)].id);
  return ids;
}

ScoredChoice scored_choice(const Scenario& scenario, const Turn& turn, const MomentScore& score) {
  const auto response_at = [&](ResponseIndex r) -> const Response& {
    return scenario.responses[static_cast<std::size_t>(r)];
  };
  ScoredChoice choice;
  choice.scored = score.scored;
  choice.gap = score.scored ? score.gap : 0;
  choice.mood = score.mood;
  choice.grade = score.grade;
  choice.options = std::max(1, static_cast<int>(turn.offers.size()));
  if (score.scored) {
    choice.dimensions = scenario.moments[static_cast<std::size_t>(score.moment)].stake.at_stake;
  }
  if (score.value) {
    choice.regret = score.value->regret;
    choice.luck = score.value->luck;
    if (score.value->best != kNone) {
      choice.best = response_at(score.value->best).id;
      choice.behaviours = response_at(score.value->best).behaviours;
    }
  }
  return choice;
}

/// What the customer had answered had one moment just met expectation.
void add_what_if_met(AttemptScore& score, const Session& session) {
  const JudgedPlay play = judged_play(session);
  std::size_t judged = 0;
  for (ScoredChoice& choice : score.choices) {
    if (!choice.scored) continue;
    choice.recommend_if_met =
        recommend(satisfaction(play.expectation, ledger_with_met(play, judged++)));
  }
}

}  // namespace

AttemptScore attempt_score(const Session& session, const Scorecard& card) {
  const Scenario& scenario = session.scenario();
  AttemptScore score;
  score.ending = card.ending;
  score.satisfaction = card.satisfaction;
  score.recommend = card.recommend;
  score.best = card.best;
  score.worst = card.worst;
  score.score = card.score;
  score.dimensions = card.dimensions;
  score.behaviours = card.behaviours;
  score.needs_found = ids_of(scenario.needs, card.needs_found);
  score.needs_missed = ids_of(scenario.needs, card.needs_missed);
  score.standards_met = ids_of(scenario.standards, card.standards_met);
  score.standards_broken = ids_of(scenario.standards, card.standards_broken);
  for (std::size_t i = 0; i < card.moments.size(); ++i) {
    score.choices.push_back(scored_choice(scenario, session.turns()[i], card.moments[i]));
  }
  if (card.satisfaction) add_what_if_met(score, session);
  return score;
}

const Program* ScenarioShelf::find(const std::string& id) {
  const auto found = known_.find(id);
  if (found != known_.end()) return found->second.program.get();
  Known& known = known_[id];
  known.scenario = load_(id);
  if (known.scenario) known.program = std::make_unique<const Program>(*known.scenario);
  return known.program.get();
}

Solution& ScenarioShelf::solution(const std::string& id) {
  Known& known = known_.at(id);
  if (!known.solution) known.solution = std::make_unique<Solution>(*known.program);
  return *known.solution;
}

bool same_score(AttemptScore one, const AttemptScore& other) {
  constexpr double kExact = 1e-9;
  const auto settle = [](std::optional<double>& mine, const std::optional<double>& theirs) {
    if (mine && theirs && std::abs(*mine - *theirs) <= kExact) mine = theirs;
  };
  settle(one.best, other.best);
  settle(one.worst, other.worst);
  settle(one.score, other.score);
  for (std::size_t i = 0; i < kDimensions; ++i) settle(one.dimensions[i], other.dimensions[i]);
  for (std::size_t i = 0; i < kBehaviours; ++i) settle(one.behaviours[i], other.behaviours[i]);
  for (std::size_t i = 0; i < std::min(one.choices.size(), other.choices.size()); ++i) {
    settle(one.choices[i].regret, other.choices[i].regret);
    settle(one.choices[i].luck, other.choices[i].luck);
  }
  return one == other;
}

tl::expected<AttemptScore, Unscorable> score_again(const Playthrough& play, ScenarioShelf& shelf) {
  if (play.model != kModelVersion) return tl::unexpected(Unscorable::other_model);
  const Program* program = shelf.find(play.scenario);
  if (program == nullptr) return tl::unexpected(Unscorable::no_scenario);
  const Result<Replay> again = replay(*program, play);
  if (!again || again->diverged_at || again->content_changed) {
    return tl::unexpected(Unscorable::changed);
  }
  const std::optional<SolvedSession> solved =
      solve_session(shelf.solution(play.scenario), again->session);
  return attempt_score(again->session, score(again->session, solved ? &*solved : nullptr));
}

}  // namespace mot
