#include "game/cli/interface_language.h"

#include <cstdlib>
#include <filesystem>

#include "game/cli/scenario_argument.h"

namespace mot {

std::string language_of_locale(std::string_view locale) {
  std::string tag(locale.substr(0, locale.find_first_of(".@")));
  for (char& c : tag) {
    if (c == '_') c = '-';
  }
  return tag == "C" || tag == "POSIX" ? std::string() : tag;
}

std::string interface_language(const std::string& option) {
  if (!option.empty()) return option;
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(variable);
    if (value == nullptr || value[0] == '\0') continue;
    // The first that is set decides, also where it says "no language".
    const std::string tag = language_of_locale(value);
    return tag.empty() ? "en" : tag;
  }
  return "en";
}

std::string interface_texts_folder() {
  return (std::filesystem::path(assets_folder()) / "lang").string();
}

UiStrings load_ui_strings(const std::string& language) {
  return UiStrings(interface_texts_folder(), language);
}

}  // namespace mot
