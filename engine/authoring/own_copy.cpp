#include "engine/authoring/own_copy.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

#include "engine/base/file.h"
#include "engine/base/user_folders.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestFile = std::size_t{64} << 20U;

/// Translations of it, and what its lines show and sound like; names below its folder. Without the
/// file itself.
std::set<std::string> names_beside(const Scenario& scenario, const fs::path& file) {
  std::set<std::string> names;
  std::error_code error;
  const std::string stem = file.stem().string() + ".";
  for (fs::directory_iterator entry(file.parent_path(), error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with(stem) && name.ends_with(".yaml")) names.insert(name);
  }
  const auto add = [&](std::string_view name) {
    if (!name.empty()) names.emplace(name);
  };
  for (const Line& line : scenario.lines) {
    add(line.image);
    add(line.sound);
  }
  const auto add_manner = [&](const auto& all) {
    for (const auto& one : all) {
      add(one.manner.image);
      add(one.manner.sound);
    }
  };
  add_manner(scenario.moments);
  add_manner(scenario.responses);
  names.erase(file.filename().string());
  return names;
}

bool may_write(const std::string& path) {
#ifdef _WIN32
  constexpr int kWriting = 2;
  return ::_access(path.c_str(), kWriting) == 0;
#else
  return ::access(path.c_str(), W_OK) == 0;
#endif
}

/// A file that is there is somebody's: the author's own, or of another scenario of the setting.
Result<bool> write_copy_if_none(const fs::path& from, const fs::path& to) {
  std::error_code error;
  if (fs::is_regular_file(to, error)) return false;
  const Result<std::string> content = read_file(from.string(), kLargestFile);
  if (!content) return tl::unexpected(content.error());
  Result<bool> written = write_new_file(to.string(), *content);
  if (!written || *written || fs::is_regular_file(to, error)) return written;
  const std::string file = to.string();
  return refuse("refused.no-file-there", {{"file", file}},
                "cannot write " + file + ": something of that name is there, and it is no file");
}

}  // namespace

bool needs_own_copy(const std::string& path) {
  if (!may_write(path)) return true;
  const std::string ours = program_data_folder();
  if (ours.empty()) return false;
  std::error_code error;
  const fs::path shipped = fs::weakly_canonical(fs::path(ours) / "scenarios", error);
  const fs::path file = fs::weakly_canonical(path, error);
  return std::search(file.begin(), file.end(), shipped.begin(), shipped.end()) == file.begin();
}

std::string own_scenarios_folder() {
  const std::string data = user_data_folder();
  return data.empty() ? data : (fs::path(data) / "scenarios").string();
}

fs::path own_setting_folder(const std::string& folder, std::string_view setting) {
  return fs::path(folder) / (setting.empty() ? "own" : setting);
}

Result<OwnCopy> copy_for_author(const Scenario& scenario, const std::string& folder) {
  const fs::path file = scenario.source->path;
  const fs::path to = own_setting_folder(folder, scenario.setting);
  std::error_code error;
  OwnCopy copy{(to / file.filename()).string(), false};
  if (fs::exists(copy.path, error)) {
    copy.was_there = true;
    return copy;
  }
  // The scenario's file last: where it is, the copy is whole.
  for (const std::string& name : names_beside(scenario, file)) {
    if (const auto copied = write_copy_if_none(file.parent_path() / name, to / name); !copied)
      return tl::unexpected(copied.error());
  }
  const Result<bool> copied = write_copy_if_none(file, copy.path);
  if (!copied) return tl::unexpected(copied.error());
  copy.was_there = !*copied;
  return copy;
}

}  // namespace mot
