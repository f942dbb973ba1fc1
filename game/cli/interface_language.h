// Which language the terminal speaks.
#pragma once

#include <string>
#include <string_view>

#include "engine/text/ui_strings.h"

namespace mot {

/// `option` where it is given, else the language of the environment (LC_ALL, LC_MESSAGES, LANG:
/// "zh_CN.UTF-8" → "zh-CN"), else "en".
std::string interface_language(const std::string& option);

/// The tag in a locale's name, or empty: "de_AT@euro" → "de-AT", "C.UTF-8" → "".
std::string language_of_locale(std::string_view locale);

/// Where the files of interface texts are.
std::string interface_texts_folder();

/// The interface texts in a language, from the program's assets; English where a text or a language
/// is missing.
UiStrings load_ui_strings(const std::string& language);

}  // namespace mot
