// Playthroughs on disk: one file an encounter, rewritten whole after every choice, so that a kill
// at any time loses nothing.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/encounter/playthrough.h"

namespace mot {

/// A playthrough found in the folder.
struct KeptPlay {
  std::string path;
  Playthrough playthrough;
};

/// Where in a folder of plays those are that were played on from a choice of another.
std::string what_if_folder(const std::string& plays);

/// Keeps one encounter's file up to date. With a failing disk it goes on in memory and tries again
/// at every save.
class PlayKeeper {
 public:
  /// Nothing is written until the first save. `path` is the file.
  explicit PlayKeeper(std::string path);

  /// Writes the whole file (write, fsync, rename). On failure returns the sentence to show the
  /// trainee.
  Result<bool> save(const Playthrough& playthrough);
  /// The last save worked (or none was tried).
  bool healthy() const { return healthy_; }
  /// Why the last save failed, without advice, for front ends that say it in the reader's language:
  /// "cannot write …: No space left on device". Empty while healthy.
  const std::string& cause() const { return cause_; }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
  bool healthy_ = true;
  std::string cause_;
};

/// The folder playthroughs are kept in: <user data folder>/plays.
std::string play_folder();

/// A file name that no other play has, "20261121-201500-water-through-the-ceiling-4f2a.json". `now`
/// is UTC in the form of Playthrough::started.
std::string new_play_path(std::string_view folder,
                          std::string_view scenario,
                          std::string_view now,
                          std::uint64_t salt);

/// All readable playthroughs of a folder, newest first; the paths of unreadable files, which are
/// left alone, are added to `unreadable`. None where the folder cannot be read.
std::vector<KeptPlay> list_plays(const std::string& folder,
                                 std::vector<std::string>* unreadable = nullptr);

/// Removes the files of plays for which `unwanted` holds, finished or not, and those that cannot be
/// read and of whose text `damaged` holds; also what was written half when a program was killed.
/// Returns how many; refuses with the first file that stayed, and with the first that could not be
/// looked at.
Result<std::size_t> remove_plays(const std::string& folder,
                                 const std::function<bool(const KeptPlay&)>& unwanted,
                                 const std::function<bool(const std::string&)>& damaged);

}  // namespace mot
