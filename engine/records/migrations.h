// The tables, version by version. Forward only: a version is never changed once it was released,
// the next one is added. Before tables that hold something are changed they are copied.
#pragma once

#include "engine/base/result.h"
#include "engine/records/sql_connection.h"

namespace mot {

/// The version this program writes.
int newest_schema();

/// Brings the tables up to `target` (0 … newest_schema()), all or nothing, whoever else is at it.
/// Refuses tables of a newer program, which it leaves as they are.
Result<bool> migrate(SqlConnection& connection, int target);

}  // namespace mot
