#include "game/cli/lrs_access.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "tests/support/temporary_folder.h"

using Catch::Contains;
using mot::statements_address;

TEST_CASE("statements go to the endpoint's statements") {
  CHECK(*statements_address("https://lrs.example.org/xapi") ==
        "https://lrs.example.org/xapi/statements");
  CHECK(*statements_address("https://lrs.example.org/xapi/statements/") ==
        "https://lrs.example.org/xapi/statements");
  CHECK(*statements_address("http://localhost:8080") == "http://localhost:8080/statements");
  CHECK(*statements_address("http://[::1]:8080/x") == "http://[::1]:8080/x/statements");
}

TEST_CASE("an address that shows what should not be seen is refused") {
  CHECK_THAT(statements_address("http://lrs.example.org/xapi").error().message,
             Contains("in the open"));
  CHECK_THAT(statements_address("http://localhost.example.org/xapi").error().message,
             Contains("in the open"));
  const std::string message =
      statements_address("https://me:secret@lrs.example.org").error().message;
  CHECK_THAT(message, Contains("MOT_LRS_KEY") && !Contains("secret@"));
  CHECK_FALSE(statements_address("lrs.example.org"));
  CHECK_FALSE(statements_address("https://lrs.example.org/xapi?key=1"));
}

TEST_CASE("credentials come from a file that nobody else can read") {
  namespace fs = std::filesystem;
  const mot::test::TemporaryFolder folder;
  const std::string path = folder / "credentials";
  CHECK_THAT(mot::lrs_credentials(path).error().message, Contains("cannot read"));
  std::ofstream(path) << "seat:se:cret\n";
  fs::permissions(path, fs::perms::owner_read | fs::perms::group_read);
  CHECK_THAT(mot::lrs_credentials(path).error().message, Contains("chmod 600"));
  fs::permissions(path, fs::perms::owner_read);
  const auto found = mot::lrs_credentials(path);
  REQUIRE(found);
  CHECK(found->key == "seat");
  CHECK(found->secret == "se:cret");
  fs::permissions(path, fs::perms::owner_all);
  std::ofstream(path) << "seat\n";
  const auto none = mot::lrs_credentials(path);
  REQUIRE_FALSE(none);
  CHECK_THAT(none.error().message, Contains("KEY:SECRET") && !Contains("seat"));
}
