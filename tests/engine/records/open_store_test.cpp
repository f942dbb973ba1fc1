#include <catch2/catch.hpp>
#include <filesystem>

#include "engine/records/store.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/variable.h"

using mot::is_remote;
using mot::without_password;

TEST_CASE("a store's address is shown without its passwords") {
  CHECK(without_password("/home/ana/records.sqlite") == "/home/ana/records.sqlite");
  CHECK(without_password("postgresql://ana@server/mot") == "postgresql://ana@server/mot");
  CHECK(without_password("postgresql://ana:secret@server:5432/mot") ==
        "postgresql://ana:…@server:5432/mot");
  CHECK(without_password("postgresql://ana:a@b?c@server/mot") == "postgresql://ana:…@server/mot");
  CHECK(without_password("postgresql:///mot?user=ana&password=x:y@z&sslmode=require") ==
        "postgresql:///mot?user=ana&password=…&sslmode=require");
  CHECK(without_password("postgresql://a:b@s/mot?sslpassword=c&password=d") ==
        "postgresql://a:…@s/mot?sslpassword=…&password=…");
}

TEST_CASE("an address of a server is told from a file") {
  CHECK(is_remote("postgresql://server/mot"));
  CHECK(is_remote("postgres://server/mot"));
  CHECK_FALSE(is_remote("sqlite:/tmp/postgresql.sqlite"));
  CHECK_FALSE(is_remote("/tmp/records.sqlite"));
  CHECK_FALSE(is_remote("memory:"));
  CHECK_FALSE(is_remote(""));
}

TEST_CASE("looking into the default store makes none, naming one does") {
  const mot::test::TemporaryFolder home;
  const mot::test::Variable data("XDG_DATA_HOME", home.path().c_str());
  CHECK(mot::store_or_default("") == mot::default_store());
  CHECK(mot::store_or_default("memory:") == "memory:");
  const auto none = mot::open_to_read("");
  REQUIRE(none);
  CHECK(*none == nullptr);
  CHECK_FALSE(std::filesystem::exists(mot::default_store()));
  const auto named = mot::open_to_read(home / "named.sqlite");
  REQUIRE(named);
  CHECK(*named != nullptr);
  REQUIRE(mot::open_store(mot::default_store()));
  CHECK(*mot::open_to_read("") != nullptr);
}

TEST_CASE("an address of no known kind is refused with those that are, and without its password") {
  const auto store = mot::open_store("mysql://ana:secret@server/mot");
  REQUIRE_FALSE(store);
  CHECK_THAT(store.error().message, Catch::Contains("postgresql://") && !Catch::Contains("secret"));
}
