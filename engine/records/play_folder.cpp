#include "engine/records/play_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "engine/base/file.h"
#include "engine/base/user_folders.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

/// "2026-11-21T20:15:00Z" → "20261121-201500"; whatever else is given keeps its digits.
std::string compact_time(std::string_view now) {
  std::string compact;
  for (const char c : now) {
    if (c == 'T') compact += '-';
    if (c >= '0' && c <= '9') compact += c;
  }
  return compact.empty() ? "undated" : compact;
}

/// The regular *.json files of a folder; none where it cannot be read.
std::vector<fs::path> json_files(const std::string& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code ignored;
    if (entry->path().extension() == ".json" && entry->is_regular_file(ignored)) {
      files.push_back(entry->path());
    }
  }
  return files;
}

bool newer(const KeptPlay& a, const KeptPlay& b) {
  if (a.playthrough.started != b.playthrough.started) {
    return a.playthrough.started > b.playthrough.started;
  }
  return a.path > b.path;
}

}  // namespace

PlayKeeper::PlayKeeper(std::string path) : path_(std::move(path)) {}

Result<bool> PlayKeeper::save(const Playthrough& playthrough) {
  Result<bool> written = write_file_atomically(path_, write_playthrough(playthrough));
  healthy_ = written.has_value();
  if (healthy_) return true;
  return refuse(fmt::format(
      "Your progress could not be saved ({}). You can play on; saving is tried again after "
      "every choice.",
      written.error().message));
}

std::string play_folder() { return (fs::path(user_data_folder()) / "plays").string(); }

std::string new_play_path(std::string_view folder,
                          std::string_view scenario,
                          std::string_view now,
                          std::uint64_t salt) {
  const fs::path root(folder);
  const std::string stem = fmt::format("{}-{}", compact_time(now), scenario);
  // Four digits while they last: more than 65,536 plays of one scenario in one second are not made
  // by people.
  for (std::uint64_t i = 0;; ++i) {
    const std::uint64_t number = i <= 0xffff ? (salt + i) & 0xffff : salt + i;
    const fs::path path = root / fmt::format("{}-{:04x}.json", stem, number);
    std::error_code error;
    if (!fs::exists(fs::symlink_status(path, error))) return path.string();
  }
}

std::vector<KeptPlay> list_plays(const std::string& folder, std::size_t* unreadable) {
  std::vector<KeptPlay> plays;
  std::size_t broken = 0;
  for (const fs::path& file : json_files(folder)) {
    const Result<std::string> text = read_file(file.string());
    Result<Playthrough> played =
        text ? read_playthrough(*text) : Result<Playthrough>(refuse(text.error().message));
    if (played) {
      plays.push_back({file.string(), std::move(*played)});
    } else {
      ++broken;
    }
  }
  std::sort(plays.begin(), plays.end(), newer);
  if (unreadable != nullptr) *unreadable = broken;
  return plays;
}

std::optional<KeptPlay> find_unfinished(const std::string& folder, std::string_view scenario) {
  for (KeptPlay& play : list_plays(folder)) {
    if (play.playthrough.complete) continue;
    if (scenario.empty() || play.playthrough.scenario == scenario) return std::move(play);
  }
  return std::nullopt;
}

}  // namespace mot
