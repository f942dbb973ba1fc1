#include "game/cli/play_language.h"

#include <algorithm>

#include "game/cli/interface_language.h"

namespace mot {

PlayLanguage::PlayLanguage(const Scenario& scenario, const std::string& language)
    : tag(language), words(load_ui_strings(language)), reading(scenario, language) {}

void PlayLanguage::change_to(const Scenario& scenario, const std::string& language) {
  *this = PlayLanguage(scenario, language);
}

std::vector<std::string> languages_for(const Scenario& scenario) {
  std::vector<std::string> tags = languages_of(scenario);
  for (std::string& tag : UiStrings::languages(interface_texts_folder())) {
    if (std::find(tags.begin(), tags.end(), tag) == tags.end()) tags.push_back(std::move(tag));
  }
  return tags;
}

std::string name_of_language(const UiStrings& words, const std::string& tag) {
  const std::string key = "language." + tag;
  return words.contains(key) ? words.text(key) : tag;
}

}  // namespace mot
