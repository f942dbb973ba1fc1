#include "game/cli/main_workshop.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "engine/scenario/node_reader.h"

namespace mot {
namespace {

using Run = std::function<int()>;

CLI::Validator language_tags() {
  return {[](std::string& text) -> std::string {
            if (is_language_tag(text)) return {};
            return fmt::format("'{}' is not a language tag like en or zh-CN", text);
          },
          "TAG"};
}

void add_language(CLI::App& command, std::string& language) {
  command.add_option("--lang", language, "Language, else that of the environment")
      ->type_name("TAG")
      ->check(language_tags());
}

void add_import(CLI::App& app, ImportOptions& options, Run& command) {
  CLI::App* add = app.add_subcommand(
      "import", "Take over a story of Twine or H5P, or a sheet of moments, as a draft");
  add->add_option("FILE", options.file,
                  "Twee, a page that Twine published, .h5p, content.json, CSV")
      ->required();
  CLI::Option* output =
      add->add_option("-o,--output", options.output, "Where it is written; - for stdout")
          ->type_name("FILE");
  add->add_option("--folder", options.folder, "Where ID.yaml is written, here by default")
      ->type_name("DIR")
      ->excludes(output);
  add->add_option("--id", options.id, "The scenario's id, else made of the title")->type_name("ID");
  add->add_option("--texts", options.texts, "Language of the story, else told from its texts")
      ->type_name("TAG")
      ->check(language_tags());
  add->add_flag("--force", options.force, "Replace a file that is there");
  add->add_flag("--json", options.json, "Print JSON");
  add_language(*add, options.language);
  add->footer("Example: mot import story.html");
  add->callback([&] { command = [&] { return import_command(options); }; });
}

}  // namespace

void add_workshop(CLI::App& app, WorkshopWords& words, std::function<int()>& command) {
  add_import(app, words.imported, command);
}

}  // namespace mot
