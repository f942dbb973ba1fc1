// `mot new ID`: writes a scenario to begin from.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "engine/authoring/new_scenario.h"
#include "engine/base/edit_distance.h"
#include "engine/base/file.h"
#include "engine/base/json.h"
#include "engine/interchange/imported_story.h"
#include "engine/scenario/node_reader.h"
#include "game/cli/commands.h"
#include "game/cli/console.h"
#include "game/cli/interface_language.h"
#include "game/cli/scenario_argument.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

std::string wrong_id(const std::string& id) {
  const std::string meant = id_from(id, kMaxIdLength);
  return fmt::format(
      "'{}' is not an id: small letters, digits and '-', at most {} characters, starting with a "
      "letter or digit{}",
      id, kMaxIdLength, meant.empty() ? "" : fmt::format("; '{}' would be one", meant));
}

std::string wrong_template(const std::string& name) {
  const std::vector<std::string> known = template_names();
  const std::vector<std::string_view> names(known.begin(), known.end());
  const std::string_view near = nearest_name(name, names);
  if (!near.empty())
    return fmt::format("there is no template '{}'; did you mean '{}'?", name, near);
  return fmt::format("there is no template '{}'; there are: {}", name, fmt::join(known, ", "));
}

}  // namespace

std::vector<std::string> template_names() { return template_names(assets_folder()); }

int new_command(const NewOptions& options) {
  if (!is_id(options.id)) return complain(wrong_id(options.id), kWrongUsage);
  const std::vector<std::string> names = template_names();
  if (std::find(names.begin(), names.end(), options.scenario_template) == names.end()) {
    return complain(wrong_template(options.scenario_template), kWrongUsage);
  }
  const std::string language = interface_language(options.language);
  const Result<std::string> text = new_scenario_text(
      assets_folder(),
      {options.scenario_template, options.id, "", load_ui_strings(language).language()});
  if (!text) return complain(text.error().message, kMachineRefused);

  const fs::path path = (fs::path(options.folder) / (options.id + ".yaml")).lexically_normal();
  const Result<bool> written = write_new_file(path.string(), *text);
  if (!written) return complain(written.error().message, kMachineRefused);
  if (!*written) {
    return complain(fmt::format("{} is there already; nothing was changed", path.string()),
                    kWrongUsage);
  }
  if (options.json) return finish(Json().set("file", path.string()).dump() + '\n');
  return finish(load_ui_strings(language).text("cli.new.written", {{"file", path.string()}}) +
                '\n');
}

}  // namespace mot
