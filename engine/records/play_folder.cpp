#include "engine/records/play_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <initializer_list>
#include <system_error>

#include "engine/base/file.h"
#include "engine/base/user_folders.h"
#include "engine/records/folder_files.h"

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

constexpr std::string_view kWhole = ".json";
constexpr std::string_view kHalf = ".tmp";

/// The files of a folder that end in one of these. Refuses where it cannot be read.
Result<std::vector<fs::path>> files_in(const std::string& folder,
                                       std::initializer_list<std::string_view> endings) {
  return files_in_folder(folder, [&](const std::string& name) {
    return std::find(endings.begin(), endings.end(), fs::path(name).extension().string()) !=
           endings.end();
  });
}

/// A play with what its order needs.
struct DatedPlay {
  KeptPlay play;
  fs::file_time_type written;
};

/// By the second it was started in; within one by when it was last written, so that who begins
/// again at once is not offered the old one.
bool newer(const DatedPlay& a, const DatedPlay& b) {
  const std::string& started = a.play.playthrough.started;
  if (started != b.play.playthrough.started) return started > b.play.playthrough.started;
  return a.written != b.written ? a.written > b.written : a.play.path > b.play.path;
}

}  // namespace

std::string what_if_folder(const std::string& plays) {
  return (fs::path(plays) / "what-if").string();
}

PlayKeeper::PlayKeeper(std::string path) : path_(std::move(path)) {}

Result<bool> PlayKeeper::save(const Playthrough& playthrough) {
  Result<bool> written = write_file_atomically(path_, write_playthrough(playthrough));
  healthy_ = written.has_value();
  cause_ = healthy_ ? std::string() : written.error().message;
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

std::vector<KeptPlay> list_plays(const std::string& folder, std::vector<std::string>* unreadable) {
  std::vector<DatedPlay> found;
  const auto files = files_in(folder, {kWhole});
  for (const fs::path& file : files.value_or(std::vector<fs::path>())) {
    const Result<std::string> text = read_file(file.string());
    Result<Playthrough> played =
        text ? read_playthrough(*text) : Result<Playthrough>(refuse(text.error().message));
    if (played) {
      std::error_code unknown;
      found.push_back({{file.string(), std::move(*played)}, fs::last_write_time(file, unknown)});
    } else if (unreadable != nullptr) {
      unreadable->push_back(file.string());
    }
  }
  std::sort(found.begin(), found.end(), newer);
  std::vector<KeptPlay> plays;
  plays.reserve(found.size());
  for (DatedPlay& dated : found) plays.push_back(std::move(dated.play));
  return plays;
}

Result<std::size_t> remove_plays(const std::string& folder,
                                 const std::function<bool(const KeptPlay&)>& unwanted,
                                 const std::function<bool(const std::string&)>& damaged) {
  const auto files = files_in(folder, {kWhole, kHalf});
  if (!files) return tl::unexpected(files.error());
  std::size_t removed = 0;
  for (const fs::path& file : *files) {
    // What cannot be looked at may be what is meant.
    const Result<std::string> text = read_file_if_there(file.string());
    if (!text) return tl::unexpected(text.error());
    Result<Playthrough> played = read_playthrough(*text);
    const bool meant = played ? unwanted({file.string(), std::move(*played)}) : damaged(*text);
    if (!meant) continue;
    std::error_code error;
    if (!fs::remove(file, error) && error) {
      return refuse(fmt::format("cannot remove {}: {}", file.string(),
                                std::generic_category().message(error.value())));
    }
    ++removed;
  }
  return removed;
}

}  // namespace mot
