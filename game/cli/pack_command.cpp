// `mot pack SCENARIO`: the scenario with all that it needs in one file.
#include <fmt/format.h>

#include "engine/base/json.h"
#include "engine/interchange/pack.h"
#include "game/cli/console.h"
#include "game/cli/finding_output.h"
#include "game/cli/interface_language.h"
#include "game/cli/scenario_argument.h"
#include "game/cli/workshop_commands.h"

namespace mot {

int exit_code(PackObstacle obstacle) {
  switch (obstacle) {
    case PackObstacle::content: return kNotGood;
    case PackObstacle::taken: return kWrongUsage;
    case PackObstacle::machine: return kMachineRefused;
  }
  return kNotGood;
}

int pack_command(const PackOptions& options) {
  const std::string library = library_folder(options.library);
  const auto path = find_scenario_argument(options.scenario, library, options.language);
  if (!path) return path.error();
  const FindingTexts findings = load_finding_texts(options.language);
  const PackResult packed =
      pack_scenario(*path, load_options(library), options.output, options.force, &findings);
  const UiStrings words = load_ui_strings(interface_language(options.language));
  if (!packed)
    return complain(sentence_of(packed.error(), words), exit_code(packed.error().obstacle));
  Json files(Json::Array{});
  for (const std::string& file : packed->files) files.push(file);
  if (options.json)
    return finish(Json()
                      .set("file", packed->path)
                      .set("scenario", packed->scenario)
                      .set("files", std::move(files))
                      .dump() +
                  '\n');
  return finish(words.text("pack.done", {{"file", packed->path},
                                         {"count", fmt::format("{}", packed->files.size())}}) +
                '\n');
}

}  // namespace mot
