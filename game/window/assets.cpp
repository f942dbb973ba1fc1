#include "game/window/assets.h"

namespace mot {
namespace fs = std::filesystem;
namespace {

bool is_assets(const fs::path& folder) {
  std::error_code error;
  return fs::is_regular_file(folder / "characters" / "rig.svg", error);
}

}  // namespace

fs::path find_assets(const std::string& wanted) {
  if (!wanted.empty()) {
    return is_assets(wanted) ? fs::path(wanted) : fs::path();
  }
  std::error_code error;
  fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  if (error) {
    folder = fs::current_path(error);
  }
  const fs::path installed = folder / ".." / "share" / "moments-of-truth" / "assets";
  if (is_assets(installed)) {
    return installed;
  }
  for (; !folder.empty(); folder = folder.parent_path()) {
    if (is_assets(folder / "assets")) {
      return folder / "assets";
    }
    if (folder == folder.parent_path()) {
      break;
    }
  }
  return {};
}

}  // namespace mot
