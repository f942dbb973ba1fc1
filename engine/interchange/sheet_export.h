// A scenario as a sheet of moments, which a spreadsheet shows and `mot import` reads. Columns:
// sheet_columns.h.
#pragma once

#include <string>

#include "engine/scenario/model.h"
#include "engine/scenario/reading.h"

namespace mot {

/// The sheet as CSV (RFC 4180, with a byte order mark, so that spreadsheets take it for UTF-8).
/// What the sheet has no column for (conditions, variables, needs, standards, other variants)
/// stands in the column "rest", in the words of the format.
std::string sheet_of(const Scenario& scenario, const Reading& reading);

}  // namespace mot
