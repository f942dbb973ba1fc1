// Where the game's pictures and texts are.
#pragma once

#include <filesystem>
#include <string>

namespace mot {

// The folder of assets: `wanted` when it is not empty, else `assets` of the program's own data
// (engine/base/user_folders.h). Empty when there is none with characters/rig.svg in it.
std::filesystem::path find_assets(const std::string& wanted);

}  // namespace mot
