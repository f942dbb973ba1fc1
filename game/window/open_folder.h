// A folder of the player's, shown by the system's own file manager.
#pragma once

#include <string>

namespace mot {

// The program that does it; empty where there is none (Linux: xdg-open, of xdg-utils).
std::string folder_opener();

// Has `opener` show the folder, which is made where it is not there yet. False where it could not
// be made or the program not be started; what becomes of it then is its own.
bool open_folder(const std::string& opener, const std::string& folder);

}  // namespace mot
