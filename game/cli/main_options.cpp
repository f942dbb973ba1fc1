#include "game/cli/main_options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "engine/scenario/node_reader.h"
#include "engine/text/ui_strings.h"
#include "game/cli/interface_language.h"

namespace mot {

void check_language_tag(CLI::Option& option) {
  option.check(CLI::Validator(
      [](std::string& text) -> std::string {
        if (is_language_tag(text)) return {};
        return fmt::format("'{}' is not a language tag like en or zh-CN", text);
      },
      "TAG"));
}

void add_language(CLI::App& command, std::string& language) {
  CLI::Option& option =
      *command.add_option("--lang", language, "Language, else that of the environment");
  check_language_tag(option);
  option.check(CLI::Validator(
      [](std::string& text) -> std::string {
        const std::string folder = interface_texts_folder();
        const std::vector<std::string> tags = UiStrings::languages(folder);
        // Without any texts, something else is the matter.
        if (tags.empty() || UiStrings::speaks(folder, text)) return {};
        return fmt::format("the language '{}' is not spoken here; there are: {}", text,
                           fmt::join(tags, ", "));
      },
      "TAG"));
  option.type_name("TAG");
}

void add_library(CLI::App& command, std::string& library) {
  command
      .add_option("--library", library,
                  "Folder of scenarios; else MOT_LIBRARY, else the scenarios that came with mot")
      ->type_name("DIR");
}

void add_scenario(CLI::App& command, std::string& scenario) {
  command.add_option("SCENARIO", scenario, "A file, or an id of the library")->required();
}

}  // namespace mot
