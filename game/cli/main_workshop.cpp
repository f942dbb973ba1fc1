#include "game/cli/main_workshop.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "game/cli/main_options.h"

namespace mot {
namespace {

using Run = std::function<int()>;

void add_import(CLI::App& app, ImportOptions& options, Run& command) {
  CLI::App* add = app.add_subcommand(
      "import", "Take over a story of Twine or H5P, or a sheet of moments, as a draft");
  add->add_option("FILE", options.file,
                  "Twee, a page that Twine published, .h5p, content.json, CSV, .motpack")
      ->required();
  CLI::Option* output =
      add->add_option("-o,--output", options.output, "Where it is written; - for stdout")
          ->type_name("FILE");
  add->add_option("--folder", options.folder, "Where ID.yaml is written, here by default")
      ->type_name("DIR")
      ->excludes(output);
  add->add_option("--id", options.id, "The scenario's id, else made of the title")->type_name("ID");
  check_language_tag(
      *add->add_option("--texts", options.texts, "Language of the story, else told from its texts")
           ->type_name("TAG"));
  add->add_flag("--force", options.force, "Replace a file that is there");
  add->add_flag("--json", options.json, "Print JSON");
  add_language(*add, options.language);
  add->footer("Example: mot import story.html");
  add->callback([&] { command = [&] { return import_command(options); }; });
}

void add_export(CLI::App& app, ExportOptions& options, Run& command) {
  CLI::App* add = app.add_subcommand("export", "Write a script for paper, or a sheet");
  add_scenario(*add, options.scenario);
  CLI::Option_group* files = add->add_option_group("what is written");
  files
      ->add_option("--markdown", options.markdown,
                   "A script for role-play, with the trainer's notes; - for stdout")
      ->type_name("FILE");
  files->add_option("--csv", options.csv, "A sheet, which mot import reads; - for stdout")
      ->type_name("FILE");
  files->require_option(1, 2);
  add->add_flag("--force", options.force, "Replace a file that is there");
  check_language_tag(
      *add->add_option("--lang", options.language, "Language of the texts, else the scenario's own")
           ->type_name("TAG"));
  add_library(*add, options.library);
  add->footer("Example: mot export twice-the-water --markdown script.md --lang zh-CN");
  add->callback([&] { command = [&] { return export_command(options); }; });
}

void add_pack(CLI::App& app, PackOptions& options, Run& command) {
  CLI::App* add = app.add_subcommand(
      "pack", "Put a scenario with all that it needs into one file; mot import opens it");
  add_scenario(*add, options.scenario);
  add->add_option("-o,--output", options.output, "Where it is written, else ID.motpack here")
      ->type_name("FILE");
  add->add_flag("--force", options.force, "Replace a file that is there");
  add->add_flag("--json", options.json, "Print JSON");
  add_language(*add, options.language);
  add_library(*add, options.library);
  add->footer("Example: mot pack water-through-the-ceiling");
  add->callback([&] { command = [&] { return pack_command(options); }; });
}

void add_translate(CLI::App& app, TranslateOptions& options, Run& command) {
  CLI::App* add = app.add_subcommand(
      "translate", "Say how far a translation is, and write what the translator goes on with");
  add_scenario(*add, options.scenario);
  check_language_tag(*add->add_option("--to", options.to, "The language it is translated into")
                          ->type_name("TAG")
                          ->required());
  CLI::Option* status = add->add_flag("--status", options.status, "Write nothing");
  add->add_flag("--accept", options.accept, "What is translated counts as up to date")
      ->excludes(status);
  add->add_flag("--json", options.json, "Print JSON");
  add_language(*add, options.language);
  add_library(*add, options.library);
  add->footer("Example: mot translate late-parcel.yaml --to zh-CN");
  add->callback([&] { command = [&] { return translate_command(options); }; });
}

void add_upgrade(CLI::App& app, UpgradeOptions& options, Run& command) {
  CLI::App* add = app.add_subcommand("upgrade", "Carry a file to the newest version of the format");
  add->add_option("FILE", options.file, "A scenario, customer, journey, course or translation")
      ->required();
  add->add_flag("--json", options.json, "Print JSON");
  add_language(*add, options.language);
  add->footer("Example: mot upgrade late-parcel.yaml");
  add->callback([&] { command = [&] { return upgrade_command(options); }; });
}

void add_replay_all(CLI::App& app, ReplayAllOptions& options, Run& command) {
  CLI::App* add = app.add_subcommand(
      "replay-all", "Play all kept plays of a scenario again: what an edit does to them");
  add_scenario(*add, options.scenario);
  CLI::Option* folder =
      add->add_option("--playthroughs", options.playthroughs, "A folder of plays, not the records")
          ->type_name("DIR");
  add->add_option("--store", options.store, "The records; else MOT_STORE, else your own")
      ->type_name("URI")
      ->excludes(folder);
  add->add_flag("--json", options.json, "Print JSON");
  add_language(*add, options.language);
  add_library(*add, options.library);
  add->footer("Example: mot replay-all drafts/late-parcel.yaml");
  add->callback([&] { command = [&] { return replay_all_command(options); }; });
}

void add_edit(CLI::App& app, EditOptions& options, Run& command) {
  CLI::App* add = app.add_subcommand("edit", "Open a scenario in the editor, a window");
  add_scenario(*add, options.scenario);
  add_language(*add, options.language);
  add_library(*add, options.library);
  add->footer("Example: mot edit late-parcel.yaml");
  add->callback([&] { command = [&] { return edit_command(options); }; });
}

}  // namespace

void add_workshop(CLI::App& app, WorkshopWords& words, std::function<int()>& command) {
  add_import(app, words.imported, command);
  add_export(app, words.exported, command);
  add_pack(app, words.packed, command);
  add_translate(app, words.translated, command);
  add_upgrade(app, words.upgraded, command);
  add_replay_all(app, words.replayed, command);
  add_edit(app, words.edited, command);
}

}  // namespace mot
