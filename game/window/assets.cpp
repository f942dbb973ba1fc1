#include "game/window/assets.h"

#include "engine/base/user_folders.h"

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
  const fs::path folder = fs::path(program_data_folder()) / "assets";
  return is_assets(folder) ? folder : fs::path();
}

}  // namespace mot
