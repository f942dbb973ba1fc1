#include "game/cli/main_options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "engine/scenario/node_reader.h"

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
  check_language_tag(
      *command.add_option("--lang", language, "Language, else that of the environment")
           ->type_name("TAG"));
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
