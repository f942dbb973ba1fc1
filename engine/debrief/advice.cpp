#include "engine/debrief/advice.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace mot {
namespace {

/// From here on a skill needs no tip and a scenario no repetition (ours; the same as "easy" of
/// docs/model.md 7). Below kHard the same scenario is worth another try first.
constexpr double kEasy = 85;
constexpr double kHard = 40;
/// What a step of difficulty away from the fitting one, and having finished a scenario before, take
/// from how well it fits, 0 … 1 (ours).
constexpr double kPerDifficulty = 0.15;
constexpr double kFinishedBefore = 0.30;

std::vector<TryInstead> try_instead(const Telling& telling,
                                    const std::vector<MomentReview>& moments,
                                    const std::vector<std::size_t>& turning) {
  std::vector<TryInstead> found;
  for (const std::size_t choice : turning) {
    const OptionReview* best = moments[choice].best();
    if (best == nullptr || best->chosen) continue;
    found.push_back(
        {choice,
         telling.words.text("advice.instead",
                            {{"number", fmt::format("{}", choice + 1)},
                             {"title", moments[choice].title},
                             {"text", telling.quoted(telling.response(best->response))}}),
         best->reason});
  }
  return found;
}

/// How much of a scenario trains a skill, 0 … 1.
double share_of(const ScenarioGlance& scenario,
                const SkillsReview& skills,
                const SkillReview* skill) {
  for (std::size_t d = 0; d < kDimensions; ++d) {
    if (skill != &skills.dimensions[d]) continue;
    return scenario.decisions == 0 ? 0
                                   : static_cast<double>(scenario.at_stake[d]) / scenario.decisions;
  }
  int all = 0;
  int wanted = 0;
  for (std::size_t b = 0; b < kBehaviours; ++b) {
    all += scenario.shows[b];
    if (skill == &skills.behaviours[b]) wanted = scenario.shows[b];
  }
  return all == 0 ? 0 : static_cast<double>(wanted) / all;
}

/// The difficulty that fits after this score.
int fitting_difficulty(const Telling& telling) {
  constexpr double kGood = 60;
  const int now = telling.scenario().difficulty;
  if (!telling.card.score) return now;
  return std::clamp(*telling.card.score >= kEasy   ? now + 1
                    : *telling.card.score >= kGood ? now
                                                   : now - 1,
                    1, 5);
}

bool finished(const NextChoices& choices, const std::string& id) {
  return std::find(choices.finished.begin(), choices.finished.end(), id) != choices.finished.end();
}

const ScenarioGlance* fitting(const Telling& telling,
                              const SkillsReview& skills,
                              const SkillReview* weak,
                              const NextChoices& choices) {
  const int difficulty = fitting_difficulty(telling);
  const ScenarioGlance* found = nullptr;
  double most = 0;
  for (const ScenarioGlance& scenario : choices.library) {
    if (scenario.draft) continue;
    if (scenario.id == telling.scenario().id || scenario.decisions == 0) continue;
    double fit = weak == nullptr ? 0 : share_of(scenario, skills, weak);
    if (scenario.difficulty > 0 && difficulty > 0) {
      fit -= kPerDifficulty * std::abs(scenario.difficulty - difficulty);
    }
    if (finished(choices, scenario.id)) fit -= kFinishedBefore;
    if (found != nullptr && fit <= most) continue;
    found = &scenario;
    most = fit;
  }
  return found;
}

/// In how many of how many decisions a dimension is at stake; nothing for a behaviour.
std::optional<int> decisions_with(const ScenarioGlance& scenario,
                                  const SkillsReview& skills,
                                  const SkillReview* skill) {
  for (std::size_t d = 0; d < kDimensions; ++d) {
    if (skill == &skills.dimensions[d]) return scenario.at_stake[d];
  }
  return std::nullopt;
}

std::string why_next(const Telling& telling,
                     const SkillsReview& skills,
                     const SkillReview* weak,
                     const ScenarioGlance& next) {
  if (weak == nullptr) return telling.words.text("advice.next-plain");
  if (*weak->now >= kEasy) {
    const bool harder = next.difficulty > telling.scenario().difficulty;
    return telling.words.text(harder ? "advice.next-harder" : "advice.next-other");
  }
  const std::string value = fmt::format("{}", std::lround(*weak->now));
  const std::optional<int> at_stake = decisions_with(next, skills, weak);
  if (at_stake && *at_stake == 0) return telling.words.text("advice.next-plain");
  if (!at_stake) {
    return telling.words.text("advice.next-behaviour", {{"skill", weak->name}, {"value", value}});
  }
  return telling.words.text("advice.next-skill", {{"skill", weak->name},
                                                  {"value", value},
                                                  {"count", fmt::format("{}", *at_stake)},
                                                  {"of", fmt::format("{}", next.decisions)}});
}

/// The same once more, where there was much to gain or nothing else is there.
std::optional<NextScenario> again(const Telling& telling, const std::vector<std::size_t>& turning) {
  if (telling.card.moments.empty()) return std::nullopt;
  const std::string title = telling.text(telling.scenario().title);
  std::string reason =
      turning.empty() ? telling.words.text("advice.again")
                      : telling.words.text("advice.again-from",
                                           {{"number", fmt::format("{}", turning.front() + 1)}});
  return NextScenario{std::string(telling.scenario().id), title, std::move(reason), true};
}

std::optional<NextScenario> next_scenario(const Telling& telling,
                                          const SkillsReview& skills,
                                          const std::vector<std::size_t>& turning,
                                          const NextChoices& choices) {
  const bool failed = telling.card.score && *telling.card.score < kHard;
  if (!telling.card.complete || failed) return again(telling, turning);
  const SkillReview* weak = weakest(skills);
  const ScenarioGlance* next = fitting(telling, skills, weak, choices);
  if (next == nullptr) return again(telling, turning);
  return NextScenario{next->id, next->title, why_next(telling, skills, weak, *next), false};
}

std::string tip_for(const Telling& telling, const SkillsReview& skills) {
  const SkillReview* weak = weakest(skills);
  if (weak == nullptr || *weak->now >= kEasy) return {};
  return telling.wording(fmt::format("advice.tip.{}", weak->id), Wording::tip);
}

}  // namespace

Advice advice_for(const Telling& telling,
                  const SkillsReview& skills,
                  const std::vector<MomentReview>& moments,
                  const std::vector<std::size_t>& turning,
                  const NextChoices& choices) {
  return {try_instead(telling, moments, turning), tip_for(telling, skills),
          next_scenario(telling, skills, turning, choices)};
}

}  // namespace mot
