#include "engine/authoring/new_scenario.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "engine/authoring/new_items.h"
#include "engine/authoring/own_copy.h"
#include "engine/base/file.h"
#include "engine/interchange/imported_story.h"
#include "engine/scenario/glance.h"
#include "engine/scenario/node_reader.h"
#include "engine/scenario/writer.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

/// Room for the number behind an id that is taken.
constexpr std::size_t kProposedLength = kMaxIdLength - 4;

fs::path folder_of(const std::string& assets, const std::string& language) {
  return fs::path(assets) / "templates" / language;
}

/// In the language asked for, else in English.
fs::path template_file(const std::string& assets, const NewScenario& wanted) {
  std::error_code error;
  const std::string file = wanted.template_name + ".yaml";
  const fs::path own = folder_of(assets, wanted.language) / file;
  return fs::exists(own, error) ? own : folder_of(assets, "en") / file;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

void set_title(std::string& text, std::string_view title) {
  constexpr std::string_view kKey = "\ntitle: ";
  const std::size_t begin = text.find(kKey);
  if (begin == std::string::npos) return;
  const std::size_t value = begin + kKey.size();
  text.replace(value, text.find('\n', value) - value, write_text(title, 0));
}

}  // namespace

std::vector<std::string> template_names(const std::string& assets) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(folder_of(assets, "en"), error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() == ".yaml") names.push_back(entry->path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

Result<std::string> new_scenario_text(const std::string& assets, const NewScenario& wanted) {
  Result<std::string> text = template_text(assets, wanted);
  return text ? text_from_template(std::move(*text), wanted) : text;
}

Result<std::string> template_text(const std::string& assets, const NewScenario& wanted) {
  return read_file(template_file(assets, wanted).string());
}

std::string text_from_template(std::string text, const NewScenario& wanted) {
  const std::string& name = wanted.template_name;
  // In its key and in the commands of its first lines.
  replace_all(text, fmt::format("\nid: {}\n", name), fmt::format("\nid: {}\n", wanted.id));
  replace_all(text, fmt::format(" {}.yaml", name), fmt::format(" {}.yaml", wanted.id));
  if (!wanted.title.empty()) set_title(text, wanted.title);
  return text;
}

std::string proposed_id(std::string_view title,
                        std::string_view otherwise,
                        const std::vector<std::string>& taken) {
  const std::string id = id_from(title, kProposedLength);
  return free_id(id.empty() ? otherwise : id, taken);
}

std::string own_scenario_path(std::string_view text,
                              const std::string& folder,
                              const std::string& id) {
  const auto seen = glance(text);
  return (own_setting_folder(folder, seen ? seen->setting : "") / (id + ".yaml")).string();
}

}  // namespace mot
