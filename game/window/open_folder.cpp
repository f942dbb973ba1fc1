#include "game/window/open_folder.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <system_error>
#include <thread>

#include "game/window/speech.h"

namespace mot {

std::string folder_opener() { return program_on_path("xdg-open"); }

bool open_folder(const std::string& opener, const std::string& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (opener.empty() || error) {
    return false;
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", 1, 0);  // O_WRONLY
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", 1, 0);
  const pid_t child = start_program({opener, folder}, actions);
  if (child == 0) {
    return false;
  }
  // It may take its time; nobody waits for it, but it must not stay behind as a dead process.
  std::thread([child] { ::waitpid(child, nullptr, 0); }).detach();
  return true;
}

}  // namespace mot
