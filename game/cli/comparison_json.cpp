#include "game/cli/comparison_json.h"

#include <string>

namespace mot {
namespace {

Json hundredths(const std::optional<int>& value) { return value ? Json(*value / 100.0) : Json(); }
Json tenths(const std::optional<double>& value) {
  return value ? Json(rounded(*value, 1)) : Json();
}

Json side_json(const Debrief& debrief) {
  const CustomersVoice& voice = debrief.voice;
  return Json()
      .set("title", debrief.head.title)
      .set("learner", debrief.head.learner.empty() ? Json() : Json(debrief.head.learner))
      .set("started", debrief.head.started.empty() ? Json() : Json(debrief.head.started))
      .set("complete", debrief.head.complete)
      .set("satisfaction", hundredths(voice.satisfaction))
      .set("recommend", voice.recommend ? Json(*voice.recommend) : Json())
      .set("category", voice.category ? Json(name_of(*voice.category)) : Json())
      .set("score", tenths(debrief.score))
      .set("lost", debrief.account ? Json(-debrief.account->lost / 100.0) : Json())
      .set("luck", debrief.account ? Json(debrief.account->luck / 100.0) : Json())
      .set("nps", debrief.crowd ? Json(rounded(debrief.crowd->nps, 1)) : Json());
}

Json choice_json(const Debrief& debrief, const std::optional<std::size_t>& choice) {
  if (!choice) return {};
  const MomentReview& moment = debrief.moments[*choice];
  const OptionReview& chosen = moment.chosen();
  return Json()
      .set("choice", *choice + 1)
      .set("response", chosen.id)
      .set("text", chosen.text)
      .set("gap", moment.scored ? Json(moment.gap / 100.0) : Json())
      .set("cost", hundredths(moment.cost))
      .set("grade", chosen.grade ? Json(name_of(*chosen.grade)) : Json());
}

}  // namespace

Json comparison_json(const Debrief& first, const Debrief& second, const Comparison& comparison) {
  Json moments(Json::Array{});
  for (const ComparedMoment& moment : comparison.moments) {
    moments.push(Json()
                     .set("moment", moment.id)
                     .set("title", moment.title)
                     .set("same", moment.same)
                     .set("a", choice_json(first, moment.first))
                     .set("b", choice_json(second, moment.second)));
  }
  Json skills(Json::Object{});
  for (const ComparedSkill& skill : comparison.skills) {
    if (!skill.first && !skill.second) continue;
    skills.set(std::string(skill.id), Json().push(tenths(skill.first)).push(tenths(skill.second)));
  }
  const auto parting = comparison.parting;
  return Json()
      .set("same_scenario", comparison.same_scenario)
      .set("a", side_json(first))
      .set("b", side_json(second))
      .set("parting", parting ? Json(comparison.moments[*parting].id) : Json())
      .set("moments", std::move(moments))
      .set("skills", std::move(skills));
}

}  // namespace mot
