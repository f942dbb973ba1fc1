// Starting another program of ours, mot-window for one, from this one.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace mot {

/// Whether there is something to open a window on (DISPLAY or WAYLAND_DISPLAY; always on Windows
/// and macOS).
bool has_display();

/// Path of another program of ours beside the running one, or empty where there is none.
std::string program_beside(const std::string& name);

/// Runs a program with these words after its name and waits for it. Its exit code, 128 + signal
/// where one ended it; nothing where it could not be started. Ctrl-C goes to it as well as to us;
/// we wait.
std::optional<int> run_program(const std::string& path, const std::vector<std::string>& words);

}  // namespace mot
