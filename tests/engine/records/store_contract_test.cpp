// The suite of tests/support/attempts.cpp on the stores that need no server. PostgreSQL:
// tests/postgres/.
#include <catch2/catch.hpp>

#include "engine/records/sql_connection.h"
#include "engine/records/store.h"
#include "tests/support/attempts.h"
#include "tests/support/temporary_folder.h"

using mot::test::check_store_contract;
using mot::test::check_summary_repair;

TEST_CASE("a store in memory keeps the promises of a store") {
  check_store_contract({[] { return mot::memory_store(); }, false});
}

TEST_CASE("wrong summaries in an SQLite file are found and mended, and no attempt is touched") {
  const mot::test::TemporaryFolder folder;
  const std::string path = folder / "records.sqlite";
  const auto open = [&] {
    auto store = mot::open_store(path);
    REQUIRE(store);
    return std::move(*store);
  };
  open();
  const auto beside = mot::connect_sqlite(path, mot::kPatience);
  REQUIRE(beside);
  check_summary_repair({open}, **beside);
}

TEST_CASE("a store in an SQLite file keeps the promises of a store") {
  const mot::test::TemporaryFolder folder;
  check_store_contract({[&] {
    auto store = mot::open_store(folder / "data/records.sqlite");
    REQUIRE(store);
    return std::move(*store);
  }});
}
