#include "engine/scenario/reading.h"

#include <algorithm>

#include "engine/scenario/node_reader.h"

namespace mot {
namespace {

std::string_view primary(std::string_view tag) { return tag.substr(0, tag.find('-')); }

// 0 the tag itself, 1, 2 … ever shorter tags, 100 another variant of the language, −1 another
// language.
int distance(std::string_view wanted, std::string_view offered) {
  int steps = 0;
  std::string_view shorter = wanted;
  for (;;) {
    if (same_tag(shorter, offered)) return steps;
    const std::size_t dash = shorter.rfind('-');
    if (dash == std::string_view::npos) break;
    shorter = shorter.substr(0, dash);
    ++steps;
  }
  return same_tag(primary(wanted), primary(offered)) ? 100 : -1;
}

}  // namespace

Reading::Reading(const Scenario& scenario, std::string_view language)
    : scenario_(&scenario), language_(language) {
  if (language_.empty())
    language_ = scenario.language[static_cast<std::size_t>(TextOrigin::scenario)];
  for (std::size_t origin = 0; origin < before_.size(); ++origin) {
    const int own = distance(language_, scenario.language[origin]);
    std::vector<std::pair<int, const Translation*>> ranked;
    for (const Translation& translation : scenario.translations) {
      if (static_cast<std::size_t>(translation.origin) != origin) continue;
      const int rank = distance(language_, translation.language);
      if (rank >= 0 && (own < 0 || rank < own)) ranked.emplace_back(rank, &translation);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [rank, translation] : ranked) before_[origin].push_back(translation);
  }
}

std::string_view Reading::operator()(TextId id) const {
  const Text& text = scenario_->texts[id];
  for (const Translation* translation : before_[static_cast<std::size_t>(text.origin)]) {
    if (!translation->texts[id].empty()) return translation->texts[id];
  }
  return text.text;
}

std::string_view Reading::trimmed(TextId id) const {
  const std::string_view text = (*this)(id);
  return text.substr(0, text.find_last_not_of(" \n") + 1);
}

std::vector<std::string> languages_of(const Scenario& scenario) {
  std::vector<std::string> tags{
      std::string(scenario.language[static_cast<std::size_t>(TextOrigin::scenario)])};
  for (const Translation& translation : scenario.translations) {
    const bool known = std::any_of(tags.begin(), tags.end(), [&](const std::string& tag) {
      return same_tag(tag, translation.language);
    });
    if (translation.origin == TextOrigin::scenario && !known) tags.push_back(translation.language);
  }
  return tags;
}

}  // namespace mot
