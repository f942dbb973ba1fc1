#include "engine/debrief/skill_review.h"

namespace mot {
namespace {

template <class Names, class Values>
std::vector<SkillReview> review(const Telling& telling,
                                std::string_view group,
                                const Names& names,
                                Values values,
                                const std::vector<Scorecard>& earlier) {
  std::vector<SkillReview> skills;
  for (std::size_t i = 0; i < names.size(); ++i) {
    SkillReview skill{names[i], telling.word(group, names[i]), (telling.card.*values)[i], {}};
    for (const Scorecard& card : earlier) {
      if (!skill.before) skill.before = (card.*values)[i];
    }
    skills.push_back(std::move(skill));
  }
  return skills;
}

void add_items(const Telling& telling,
               const std::vector<NamedText>& named,
               const std::vector<int>& indices,
               bool good,
               std::vector<ItemReview>& items) {
  for (const int index : indices) {
    items.push_back({telling.text(named[static_cast<std::size_t>(index)].text), good});
  }
}

}  // namespace

SkillsReview review_skills(const Telling& telling, const std::vector<Scorecard>& earlier) {
  const Scenario& scenario = telling.scenario();
  const Scorecard& card = telling.card;
  SkillsReview skills;
  skills.dimensions =
      review(telling, "dimension", kDimensionNames, &Scorecard::dimensions, earlier);
  skills.behaviours =
      review(telling, "behaviour", kBehaviourNames, &Scorecard::behaviours, earlier);
  add_items(telling, scenario.needs, card.needs_found, true, skills.needs);
  add_items(telling, scenario.needs, card.needs_missed, false, skills.needs);
  add_items(telling, scenario.standards, card.standards_met, true, skills.standards);
  add_items(telling, scenario.standards, card.standards_broken, false, skills.standards);
  return skills;
}

const SkillReview* weakest(const SkillsReview& skills) {
  const SkillReview* found = nullptr;
  for (const auto* group : {&skills.dimensions, &skills.behaviours}) {
    for (const SkillReview& skill : *group) {
      if (skill.now && (found == nullptr || *skill.now < *found->now)) found = &skill;
    }
  }
  return found;
}

}  // namespace mot
