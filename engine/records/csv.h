// Attempts as CSV (RFC 4180) for spreadsheets: one row an attempt, or one row a choice. Columns:
// docs/records.md.
#pragma once

#include <string>
#include <string_view>

#include "engine/records/attempt.h"

namespace mot {

/// One cell: in quotes where it needs them. A text that a spreadsheet would run as a formula gets
/// an apostrophe before it.
std::string csv_cell(std::string_view text);

/// The heading and the row of an attempt, each ending in CRLF.
std::string csv_attempt_heading();
std::string csv_attempt_row(const Attempt& attempt);

/// The heading, and one row for each choice of an attempt, each ending in CRLF.
std::string csv_choice_heading();
std::string csv_choice_rows(const Attempt& attempt);

}  // namespace mot
