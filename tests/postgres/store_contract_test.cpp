#include <catch2/catch.hpp>

#include "engine/records/migrations.h"
#include "engine/records/sql_connection.h"
#include "tests/postgres/test_server.h"
#include "tests/support/attempts.h"

using namespace mot::test;

TEST_CASE("a store in PostgreSQL keeps the promises of a store") {
  const std::string uri = fresh_database();
  check_store_contract({[&] { return opened(uri); }});
}

TEST_CASE("wrong summaries in PostgreSQL are found and mended, and no attempt is touched") {
  const std::string uri = fresh_database();
  opened(uri);
  const auto beside = mot::connect_postgres(uri, 10'000);
  REQUIRE(beside);
  check_summary_repair({[&] { return opened(uri); }}, **beside);
}

TEST_CASE("tables of a newer program are refused and left as they are") {
  const std::string uri = fresh_database();
  REQUIRE(opened(uri)->put(numbered_attempt(1)));
  {
    auto connection = mot::connect_postgres(uri, 1'000);
    REQUIRE(connection);
    REQUIRE((*connection)->set_schema_version(99));
  }
  const auto store = mot::open_store(uri);
  REQUIRE_FALSE(store);
  CHECK_THAT(store.error().message, Catch::Contains("tables of version 99"));
}

TEST_CASE("a database of another program is refused and left as it is") {
  const std::string uri = fresh_database();
  {
    auto connection = mot::connect_postgres(uri, 1'000);
    REQUIRE(connection);
    REQUIRE((*connection)->run("CREATE TABLE attempts (song TEXT)", {}, {}));
  }
  const auto store = mot::open_store(uri);
  REQUIRE_FALSE(store);
  CHECK_THAT(store.error().message, Catch::Contains("of another program"));
}

TEST_CASE("tables are copied beside themselves before they are brought up to date") {
  const std::string uri = fresh_database();
  auto connection = mot::connect_postgres(uri, 1'000);
  REQUIRE(connection);
  REQUIRE(migrate(**connection, 1));
  CHECK(*(*connection)->schema_version() == 1);
  for (const char* wanted : {"attempts_version_1_backup_1", "attempts_version_1_backup_2"}) {
    REQUIRE((*connection)->begin());
    CHECK(*(*connection)->back_up(1) == wanted);
    REQUIRE((*connection)->commit());
  }
}

TEST_CASE("what is deleted is deleted from the copies of older tables, too") {
  const std::string uri = fresh_database();
  auto connection = mot::connect_postgres(uri, 1'000);
  REQUIRE(connection);
  REQUIRE(migrate(**connection, 1));
  for (const char* learner : {"Ann", "Ben"}) {
    const std::vector<mot::SqlValue> values{std::string(learner), std::string(learner)};
    REQUIRE((*connection)
                ->run("INSERT INTO attempts (id, scenario, learner, cohort, session, mode, started,"
                      " ended, complete, record) VALUES (?, '', ?, '', '', '', '', '', 1, '{}')",
                      values, {}));
  }
  const auto store = mot::open_store(uri);
  REQUIRE(store);
  mot::AttemptFilter filter;
  filter.learner = "Ann";
  REQUIRE((*store)->remove_from_copies(filter));
  std::vector<std::string> left;
  REQUIRE(
      (*connection)
          ->run("SELECT learner FROM attempts_version_1_backup_1", {}, [&](const mot::SqlRow& row) {
            left.push_back(std::get<std::string>(row.front()));
            return true;
          }));
  CHECK(left == std::vector<std::string>{"Ben"});
}
