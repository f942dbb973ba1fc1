// What lies in a folder, for those who must not take a folder that cannot be read for an empty one.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "engine/base/result.h"

namespace mot {

/// The files of a folder whose names `meant` holds of, by name; none where the folder is not there.
/// Folders are left out; what nobody can tell the kind of is not, as it may be a file. Refuses
/// where the folder cannot be read.
Result<std::vector<std::filesystem::path>> files_in_folder(
    const std::string& folder,
    const std::function<bool(const std::string& name)>& meant);

}  // namespace mot
