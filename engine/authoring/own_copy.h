// A copy of a shipped scenario in the author's own folder, to be edited there: with its
// translations, pictures and sounds. Customers and journeys stay where they are found.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/scenario/model.h"

namespace mot {

/// Where the copy is.
struct OwnCopy {
  std::string path;
  /// It was there already, and is as its author left it.
  bool was_there = false;
};

/// The file may not be written, or is one of those that came with the program.
bool needs_own_copy(const std::string& path);

/// The folder for an author's own scenarios; empty where the system knows no home folder.
std::string own_scenarios_folder();

/// Where scenarios of a setting stand in that folder; "own" for those without one.
std::filesystem::path own_setting_folder(const std::string& folder, std::string_view setting);

/// Copies the scenario's file and what lies below its folder and belongs to it to
/// `folder`/<setting>/. A copy that is there is not touched, nor is any other file. Refuses where a
/// file cannot be written.
Result<OwnCopy> copy_for_author(const Scenario& scenario, const std::string& folder);

}  // namespace mot
