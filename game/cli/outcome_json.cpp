#include "game/cli/outcome_json.h"

#include <string_view>
#include <vector>

#include "engine/customer/gap.h"
#include "engine/customer/satisfaction.h"

namespace mot {
namespace {

constexpr double kHundredths = 100.0;
constexpr int kSixDecimals = 6;

Json hundredths(int value) { return {value / kHundredths}; }

/// Values of the exact analysis are written with up to six decimals.
Json exact(const std::optional<double>& value) {
  return value ? Json(rounded(*value, kSixDecimals)) : Json();
}

Json stage_of(const Scenario& scenario, const Moment& moment) {
  return moment.stage < 0 ? Json()
                          : Json(scenario.stages[static_cast<std::size_t>(moment.stage)].id);
}

Json response_id(const Scenario& scenario, ResponseIndex response) {
  return response == kNone ? Json()
                           : Json(scenario.responses[static_cast<std::size_t>(response)].id);
}

Json moment_json(const Scenario& scenario, const MomentScore& score) {
  const Moment& moment = scenario.moments[static_cast<std::size_t>(score.moment)];
  const auto where_scored = [&](Json value) { return score.scored ? std::move(value) : Json(); };
  const bool solved = score.value.has_value();
  return Json()
      .set("moment", moment.id)
      .set("stage", stage_of(scenario, moment))
      .set("choice", response_id(scenario, score.response))
      .set("expectation", where_scored(hundredths(score.expectation)))
      .set("quality", where_scored(hundredths(score.quality)))
      .set("gap", where_scored(hundredths(score.gap)))
      .set("mood", score.mood)
      .set("label", where_scored(label_of_gap(score.gap)))
      .set("regret", solved ? exact(score.value->regret) : Json())
      .set("luck", solved ? exact(score.value->luck) : Json())
      .set("best", solved ? response_id(scenario, score.value->best) : Json())
      .set("grade", score.grade ? Json(name_of(*score.grade)) : Json());
}

template <class Names, class Values>
void add_skills(Json& json, const Names& names, const Values& values) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (values[i]) json.set(std::string(names[i]), rounded(*values[i], 1));
  }
}

Json ids_json(const std::vector<NamedText>& named, const std::vector<int>& indices) {
  Json ids(Json::Array{});
  for (const int index : indices) ids.push(named[static_cast<std::size_t>(index)].id);
  return ids;
}

/// Where an unfinished playthrough waits.
void add_waiting(Json& json, const Session& session) {
  const Scenario& scenario = session.scenario();
  Json offers(Json::Array{});
  for (const ResponseIndex response : session.offers()) {
    offers.push(response_id(scenario, response));
  }
  json.set("at", scenario.moments[static_cast<std::size_t>(session.state().place)].id);
  json.set("offers", std::move(offers));
}

void add_outcome(Json& json, const Scenario& scenario, const Scorecard& scorecard) {
  json.set("satisfaction", hundredths(*scorecard.satisfaction));
  json.set("csat", rounded(csat(*scorecard.satisfaction / kHundredths), 1));
  json.set("recommend", *scorecard.recommend);
  json.set("category", name_of(*scorecard.category));
  json.set("best", exact(scorecard.best));
  json.set("worst", exact(scorecard.worst));
  json.set("score", scorecard.score ? Json(rounded(*scorecard.score, 1)) : Json());
  Json skills(Json::Object{});
  add_skills(skills, kDimensionNames, scorecard.dimensions);
  add_skills(skills, kBehaviourNames, scorecard.behaviours);
  json.set("skills", std::move(skills));
  json.set("needs", Json()
                        .set("found", ids_json(scenario.needs, scorecard.needs_found))
                        .set("missed", ids_json(scenario.needs, scorecard.needs_missed)));
  json.set("standards",
           Json()
               .set("met", ids_json(scenario.standards, scorecard.standards_met))
               .set("broken", ids_json(scenario.standards, scorecard.standards_broken)));
}

}  // namespace

Json outcome_json(const Session& session, const Scorecard& scorecard) {
  const Scenario& scenario = session.scenario();
  Json json;
  json.set("scenario", scenario.id);
  json.set("seed", session.seed());
  json.set("complete", scorecard.complete);
  if (!scorecard.complete) add_waiting(json, session);
  json.set("ending", scorecard.ending ? Json(name_of(*scorecard.ending)) : Json());
  Json moments(Json::Array{});
  for (const MomentScore& score : scorecard.moments) moments.push(moment_json(scenario, score));
  json.set("moments", std::move(moments));
  if (scorecard.complete && scorecard.satisfaction) {
    add_outcome(json, scenario, scorecard);
  } else {
    for (const char* key : {"satisfaction", "csat", "recommend", "category", "best", "worst",
                            "score", "skills", "needs", "standards"}) {
      json.set(key, nullptr);
    }
  }
  return json;
}

}  // namespace mot
