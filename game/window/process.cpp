#include "game/window/process.h"

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string>

#ifdef __GLIBC__
#include <malloc.h>
#endif
#ifdef __linux__
#include <unistd.h>
#endif

namespace mot {
namespace {

double steady_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

#ifdef __linux__
// Seconds since the system started, when this program did: field 22 of /proc/self/stat.
double start_after_boot() {
  std::ifstream in("/proc/self/stat");
  std::string text;
  std::getline(in, text);
  const auto after_name = text.rfind(')');
  if (after_name == std::string::npos) {
    return -1;
  }
  std::istringstream fields(text.substr(after_name + 1));
  std::string skipped;
  for (int i = 0; i < 19; ++i) {
    fields >> skipped;
  }
  double ticks = 0;
  fields >> ticks;
  return ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}
#endif

}  // namespace

double seconds_since_start() {
#ifdef __linux__
  static const double start = start_after_boot();
  timespec now{};
  if (start >= 0 && clock_gettime(CLOCK_BOOTTIME, &now) == 0) {
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9 - start;
  }
#endif
  static const double first = steady_seconds();
  return steady_seconds() - first;
}

double processor_seconds() {
  return static_cast<double>(std::clock()) / static_cast<double>(CLOCKS_PER_SEC);
}

void use_sound_settings(const std::string& file) {
#ifdef __linux__
  setenv("ALSOFT_CONF", file.c_str(), 0);
#else
  static_cast<void>(file);
#endif
}

void give_memory_back() {
#ifdef __GLIBC__
  constexpr int kPools = 2;
  constexpr int kPicture = 1 << 16;  // bytes; a block of so many comes from the system by itself
  mallopt(M_ARENA_MAX, kPools);
  mallopt(M_MMAP_THRESHOLD, kPicture);
#endif
}

void give_free_memory_back() {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

double resident_megabytes() {
#ifdef __linux__
  std::ifstream in("/proc/self/statm");
  double whole = 0;
  double resident = 0;
  in >> whole >> resident;
  return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
#else
  return 0;
#endif
}

}  // namespace mot
