// Where a user's own files live (XDG base directories; %APPDATA% on Windows, ~/Library on macOS).
#pragma once

#include <string>

namespace mot {

/// Playthroughs and records: $XDG_DATA_HOME/moments-of-truth, by default
/// ~/.local/share/moments-of-truth. Not created. Empty where the system knows no home folder.
std::string user_data_folder();

/// Settings: $XDG_CONFIG_HOME/moments-of-truth, by default ~/.config/moments-of-truth. Not created.
/// Empty where the system knows no home folder.
std::string user_config_folder();

/// Path of the running program, without links; empty where the system does not tell.
std::string executable_path();

/// The programme's own data (scenarios/, assets/) found from the running program: an installed
/// share/moments-of-truth, or the checkout: above the build folder, or named by the file
/// mot-checkout.txt in it. Empty where there is none.
std::string program_data_folder();

/// The same for a program at the absolute path `executable`.
std::string program_data_folder_of(const std::string& executable);

}  // namespace mot
