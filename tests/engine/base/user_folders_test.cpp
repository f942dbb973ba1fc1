#include "engine/base/user_folders.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/support/temporary_folder.h"
#include "tests/support/variable.h"

using mot::program_data_folder_of;
using mot::user_config_folder;
using mot::user_data_folder;
using mot::test::TemporaryFolder;
using mot::test::Variable;

namespace {

namespace fs = std::filesystem;

}  // namespace

TEST_CASE("the XDG variables name the user's folders") {
  const Variable data("XDG_DATA_HOME", "/srv/data");
  const Variable config("XDG_CONFIG_HOME", "/srv/config/");
  CHECK(user_data_folder() == "/srv/data/moments-of-truth");
  CHECK(user_config_folder() == "/srv/config/moments-of-truth");
}

TEST_CASE("without them, or where they are empty or relative, the home folder holds the folders") {
  const Variable home("HOME", "/srv/ana");
  for (const char* value : {static_cast<const char*>(nullptr), "", "data", "./data"}) {
    const Variable data("XDG_DATA_HOME", value);
    const Variable config("XDG_CONFIG_HOME", value);
    CHECK(user_data_folder() == "/srv/ana/.local/share/moments-of-truth");
    CHECK(user_config_folder() == "/srv/ana/.config/moments-of-truth");
  }
}

TEST_CASE("without a home in the environment the account's home folder is taken") {
  const Variable data("XDG_DATA_HOME", nullptr);
  for (const char* value : {static_cast<const char*>(nullptr), "", "ana"}) {
    const Variable home("HOME", value);
    const std::string folder = user_data_folder();
    INFO(folder);
    CHECK((folder.empty() || fs::path(folder).is_absolute()));
  }
}

TEST_CASE("an installed program finds its data under share") {
  const TemporaryFolder prefix;
  fs::create_directories(prefix / "bin");
  fs::create_directories(prefix / "share/moments-of-truth/scenarios");
  CHECK(program_data_folder_of(prefix / "bin/mot") == prefix / "share/moments-of-truth");
}

TEST_CASE("a program in a build folder finds the checkout above it") {
  const TemporaryFolder checkout;
  fs::create_directories(checkout / "build/dev/bin");
  fs::create_directories(checkout / "scenarios");
  CHECK(program_data_folder_of(checkout / "build/dev/bin/mot").empty());
  fs::create_directories(checkout / "engine");
  CHECK(program_data_folder_of(checkout / "build/dev/bin/mot") == checkout.path().string());
}

TEST_CASE("a program built outside the checkout finds it by what the build wrote down") {
  const TemporaryFolder checkout;
  const TemporaryFolder build;
  fs::create_directories(checkout / "scenarios");
  fs::create_directories(checkout / "engine");
  fs::create_directories(build / "bin");
  const auto note = [&](const std::string& text) {
    std::ofstream(build / "mot-checkout.txt") << text;
    return program_data_folder_of(build / "bin/mot");
  };
  CHECK(note(checkout.path().string() + "\n") == checkout.path().string());
  CHECK(note("").empty());
  CHECK(note("bin\n").empty());
  CHECK(note(build.path().string() + "\n").empty());  // that is none
}

TEST_CASE("a share folder without scenarios is passed over") {
  const TemporaryFolder checkout;
  fs::create_directories(checkout / "build/share/moments-of-truth");
  fs::create_directories(checkout / "scenarios");
  fs::create_directories(checkout / "engine");
  CHECK(program_data_folder_of(checkout / "build/bin/mot") == checkout.path().string());
}

TEST_CASE("a program without data finds none") {
  const TemporaryFolder folder;
  CHECK(program_data_folder_of(folder / "bin/mot").empty());
  CHECK(program_data_folder_of("").empty());
  CHECK(program_data_folder_of("bin/mot").empty());
  CHECK(program_data_folder_of("/").empty());
}

TEST_CASE("this test finds the checkout that it was built from") {
  if (!fs::exists("/proc/self/exe")) return;
  CHECK(fs::equivalent(mot::program_data_folder(), MOT_SOURCE_DIR));
}
