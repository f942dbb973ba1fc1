#include "engine/base/program_module.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "engine/base/user_folders.h"

#ifndef _WIN32
#include <dlfcn.h>
#endif

namespace mot {

#ifdef _WIN32

Result<void*> module_symbol(const std::string&, const char*, const std::string& purpose) {
  return refuse(fmt::format("this program was built without {}", purpose));
}

#else

namespace {

namespace fs = std::filesystem;

/// Empty where the module is in neither place.
std::string module_path(const std::string& name) {
  const fs::path program = fs::path(executable_path()).parent_path();
  std::error_code error;
  for (const fs::path& folder : {program, program.parent_path() / "lib" / "moments-of-truth"}) {
    const fs::path path = folder / (name + ".so");
    if (fs::is_regular_file(path, error)) return path.string();
  }
  return {};
}

}  // namespace

Result<void*> module_symbol(const std::string& name,
                            const char* symbol,
                            const std::string& purpose) {
  const std::string path = module_path(name);
  if (path.empty()) {
    return refuse(fmt::format(
        "this program was built without {}; docs/records.md says what that needs", purpose));
  }
  // Its own names stay its own; what was loaded once is not loaded again.
  void* module = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  void* found = module == nullptr ? nullptr : ::dlsym(module, symbol);
  if (found != nullptr) return found;
  const char* cause = ::dlerror();
  return refuse(fmt::format("{} cannot be used here: {}", purpose,
                            cause == nullptr ? "its part of the program is damaged" : cause));
}

#endif

}  // namespace mot
