#include "engine/records/folder_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

namespace mot {

Result<std::vector<std::filesystem::path>> files_in_folder(
    const std::string& folder,
    const std::function<bool(const std::string& name)>& meant) {
  namespace fs = std::filesystem;
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (meant(entry->path().filename().string())) files.push_back(entry->path());
  }
  if (error && error != std::errc::no_such_file_or_directory) {
    return refuse(fmt::format("cannot read the folder {}: {}", folder,
                              std::generic_category().message(error.value())));
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace mot
