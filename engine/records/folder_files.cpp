#include "engine/records/folder_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

namespace mot {
namespace {

namespace fs = std::filesystem;

/// Whether a name stands for a regular file, or for what cannot be told.
bool may_be_file(const fs::path& path) {
  std::error_code unknown;
  const fs::file_type type = fs::status(path, unknown).type();
  return type == fs::file_type::regular || type == fs::file_type::none;
}

}  // namespace

Result<std::vector<fs::path>> files_in_folder(
    const std::string& folder,
    const std::function<bool(const std::string& name)>& meant) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const fs::path& path = entry->path();
    if (meant(path.filename().string()) && may_be_file(path)) files.push_back(path);
  }
  if (error && error != std::errc::no_such_file_or_directory) {
    return refuse(fmt::format("cannot read the folder {}: {}", folder,
                              std::generic_category().message(error.value())));
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace mot
