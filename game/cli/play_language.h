// The language of a play on the terminal: interface texts and the scenario's own, changed together.
#pragma once

#include <string>
#include <vector>

#include "engine/scenario/reading.h"
#include "engine/text/ui_strings.h"

namespace mot {

/// What is spoken at the moment.
struct PlayLanguage {
  PlayLanguage(const Scenario& scenario, const std::string& language);

  /// Speaks another language from here on.
  void change_to(const Scenario& scenario, const std::string& language);

  std::string tag;
  UiStrings words;
  Reading reading;
};

/// What a player can choose from: the scenario's languages, then those of the interface alone, each
/// once.
std::vector<std::string> languages_for(const Scenario& scenario);

/// A language's name in itself: "简体中文"; the tag where it has none.
std::string name_of_language(const UiStrings& words, const std::string& tag);

}  // namespace mot
