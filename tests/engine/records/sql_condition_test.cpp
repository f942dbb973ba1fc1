#include "engine/records/sql_condition.h"

#include <catch2/catch.hpp>

using mot::AttemptFilter;
using mot::condition_of;
using mot::SqlValue;

TEST_CASE("a filter without anything is no condition") {
  CHECK(condition_of({}).sql.empty());
  CHECK(condition_of({}).values.empty());
}

TEST_CASE("what a filter asks for stands in the statement by place, never by its text") {
  AttemptFilter filter;
  filter.id = "'; DROP TABLE attempts; --";
  filter.since = "2026-01-01";
  filter.before = "2026-02-01";
  const mot::SqlCondition condition = condition_of(filter);
  CHECK(condition.sql == " WHERE id = ? AND started >= ? AND started < ?");
  CHECK(condition.values == std::vector<SqlValue>{filter.id, filter.since, filter.before});
}

TEST_CASE("an empty name or group is asked for, an empty scenario or session is not") {
  AttemptFilter filter;
  filter.learner = "";
  filter.group = "";
  filter.scenario = "";
  filter.session = "";
  const mot::SqlCondition condition = condition_of(filter);
  CHECK(condition.sql == " WHERE learner = ? AND cohort = ?");
  CHECK(condition.values == std::vector<SqlValue>{std::string(), std::string()});
}

TEST_CASE("another table may have the id under another name, and more may be asked") {
  AttemptFilter filter;
  filter.id = "x";
  filter.scenario = "late-room";
  filter.session = "monday";
  mot::SqlCondition condition = condition_of(filter, "number = (SELECT number FROM ids) AND id =");
  condition.add("number >", std::int64_t{7});
  CHECK(condition.sql ==
        " WHERE number = (SELECT number FROM ids) AND id = ? AND scenario = ? AND session = ? AND"
        " number > ?");
  REQUIRE(condition.values.size() == 4);
  CHECK(condition.values.back() == SqlValue(std::int64_t{7}));
}
