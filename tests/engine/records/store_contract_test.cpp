// The suite of tests/support/attempts.cpp on the stores that need no server. PostgreSQL:
// tests/postgres/.
#include <catch2/catch.hpp>

#include "engine/records/store.h"
#include "tests/support/attempts.h"
#include "tests/support/temporary_folder.h"

using mot::test::check_store_contract;

TEST_CASE("a store in memory keeps the promises of a store") {
  check_store_contract({[] { return mot::memory_store(); }, false});
}

TEST_CASE("a store in an SQLite file keeps the promises of a store") {
  const mot::test::TemporaryFolder folder;
  check_store_contract({[&] {
    auto store = mot::open_store(folder / "data/records.sqlite");
    REQUIRE(store);
    return std::move(*store);
  }});
}
