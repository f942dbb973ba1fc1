// `mot new ID`: writes a scenario to begin from. The templates are scenarios themselves,
// assets/templates/<language>/<name>.yaml, whose id is their name; a new file differs from them in
// the id alone.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

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

fs::path templates_folder() { return fs::path(assets_folder()) / "templates"; }

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

/// The template in the language asked for, else in English.
fs::path template_file(const std::string& name, const std::string& language) {
  std::error_code error;
  const std::string tag = load_ui_strings(language).language();
  const fs::path wanted = templates_folder() / tag / (name + ".yaml");
  return fs::exists(wanted, error) ? wanted : templates_folder() / "en" / (name + ".yaml");
}

/// The template with another id, in its key and in the commands of its first lines.
std::string with_id(std::string text, const std::string& name, const std::string& id) {
  const auto replace_all = [&](const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
      text.replace(at, from.size(), to);
    }
  };
  replace_all(fmt::format("\nid: {}\n", name), fmt::format("\nid: {}\n", id));
  replace_all(fmt::format(" {}.yaml", name), fmt::format(" {}.yaml", id));
  return text;
}

}  // namespace

std::vector<std::string> template_names() {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(templates_folder() / "en", error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() == ".yaml") names.push_back(entry->path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

int new_command(const NewOptions& options) {
  if (!is_id(options.id)) return complain(wrong_id(options.id), kWrongUsage);
  const std::vector<std::string> names = template_names();
  if (std::find(names.begin(), names.end(), options.scenario_template) == names.end()) {
    return complain(wrong_template(options.scenario_template), kWrongUsage);
  }
  const std::string language = interface_language(options.language);
  const Result<std::string> text =
      read_file(template_file(options.scenario_template, language).string());
  if (!text) return complain(text.error().message, kMachineRefused);

  const fs::path path = (fs::path(options.folder) / (options.id + ".yaml")).lexically_normal();
  std::error_code error;
  if (fs::exists(fs::symlink_status(path, error))) {
    return complain(fmt::format("{} is there already; nothing was changed", path.string()),
                    kWrongUsage);
  }
  const Result<bool> written =
      write_file_atomically(path.string(), with_id(*text, options.scenario_template, options.id));
  if (!written) return complain(written.error().message, kMachineRefused);
  if (options.json) return finish(Json().set("file", path.string()).dump() + '\n');
  return finish(load_ui_strings(language).text("cli.new.written", {{"file", path.string()}}) +
                '\n');
}

}  // namespace mot
