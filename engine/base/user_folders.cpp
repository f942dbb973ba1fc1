// The branches for Windows and macOS are untried.
#include "engine/base/user_folders.h"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <system_error>

#ifndef _WIN32
#include <pwd.h>
#include <unistd.h>
#endif
#ifdef __APPLE__
#include <mach-o/dyld.h>
#endif

namespace mot {
namespace {

namespace fs = std::filesystem;

constexpr const char* kProgram = "moments-of-truth";

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

/// The value of a variable that holds an absolute path; empty where it does not.
std::string absolute_path_in(const char* name) {
  std::string value = environment(name);
  return fs::path(value).is_absolute() ? value : std::string();
}

#ifdef _WIN32

std::string below_home(const char*, const char*) {
  const std::string folder = absolute_path_in("APPDATA");
  return folder.empty() ? folder : (fs::path(folder) / kProgram).string();
}

#else

std::string home_folder() {
  std::string home = absolute_path_in("HOME");
  if (!home.empty()) return home;
  const passwd* user = ::getpwuid(::getuid());
  return user == nullptr || user->pw_dir == nullptr ? std::string() : std::string(user->pw_dir);
}

/// The folder named by `variable`, else `fallback` below the home folder; empty where there is
/// neither.
std::string below_home(const char* variable, const char* fallback) {
  fs::path folder = absolute_path_in(variable);
  if (folder.empty()) {
    const std::string home = home_folder();
    if (home.empty()) return {};
    folder = fs::path(home) / fallback;
  }
  return (folder / kProgram).string();
}

#endif

bool is_checkout(const fs::path& folder) {
  std::error_code error;
  return fs::is_directory(folder / "scenarios", error) &&
         fs::is_directory(folder / "engine", error);
}

/// The checkout that a build folder outside of it was made from, as CMake wrote it down.
fs::path checkout_of_build(const fs::path& folder) {
  std::ifstream file(folder / "mot-checkout.txt");
  std::string path;
  std::getline(file, path);
  return path;
}

}  // namespace

std::string executable_path() {
  std::error_code error;
#ifdef __APPLE__
  char path[4096];
  std::uint32_t size = sizeof(path);
  if (_NSGetExecutablePath(path, &size) != 0) return {};
  const fs::path found = fs::canonical(path, error);
#else
  const fs::path found = fs::read_symlink("/proc/self/exe", error);
#endif
  return error ? std::string() : found.string();
}

std::string user_data_folder() {
#ifdef __APPLE__
  return below_home("XDG_DATA_HOME", "Library/Application Support");
#else
  return below_home("XDG_DATA_HOME", ".local/share");
#endif
}

std::string user_config_folder() {
#ifdef __APPLE__
  return below_home("XDG_CONFIG_HOME", "Library/Preferences");
#else
  return below_home("XDG_CONFIG_HOME", ".config");
#endif
}

std::string program_data_folder() { return program_data_folder_of(executable_path()); }

std::string program_data_folder_of(const std::string& executable) {
  const fs::path program = executable;
  if (!program.is_absolute()) return {};
  std::error_code error;
  const fs::path installed = program.parent_path().parent_path() / "share" / kProgram;
  if (fs::is_directory(installed / "scenarios", error)) return installed.string();
  for (fs::path folder = program.parent_path();; folder = folder.parent_path()) {
    if (is_checkout(folder)) return folder.string();
    const fs::path checkout = checkout_of_build(folder);
    if (checkout.is_absolute() && is_checkout(checkout)) return checkout.string();
    if (folder == folder.root_path()) return {};
  }
}

}  // namespace mot
