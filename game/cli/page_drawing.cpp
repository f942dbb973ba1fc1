// POSIX; elsewhere a program that cannot draw says so.
#include "game/cli/page_drawing.h"

#include <unistd.h>

#include "game/cli/console.h"
#include "game/cli/window_program.h"

namespace mot {

int continue_as_pages_program(char** words) {
  const std::string program = program_beside("mot-pages");
  if (!program.empty()) ::execv(program.c_str(), words);
  return complain(
      "pages are drawn by the program mot-pages, which is not there or does not start; "
      "install Moments of Truth again",
      kMachineRefused);
}

}  // namespace mot
