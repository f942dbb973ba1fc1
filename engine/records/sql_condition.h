// The condition on rows that an attempt filter comes to.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/records/sql_connection.h"
#include "engine/records/store.h"

namespace mot {

/// What follows the tables' name in a statement, " WHERE …" or nothing, and the values its `?`
/// stand for.
struct SqlCondition {
  std::string sql;
  std::vector<SqlValue> values;

  /// "column >=" and the like.
  void add(std::string_view comparison, SqlValue value);
};

/// For a table with the columns learner, scenario, cohort, session, started. `id`: what stands
/// before the comparison with the filter's id.
SqlCondition condition_of(const AttemptFilter& filter, std::string_view id = "id =");

}  // namespace mot
