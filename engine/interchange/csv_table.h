// A table in a text: CSV as spreadsheets write it (RFC 4180, and its relatives with semicolons and
// tabs).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"

namespace mot {

/// One record and the line it begins in.
struct CsvRow {
  std::vector<std::string> cells;
  std::uint32_t line = 0;
};

/// A first line "sep=;", as some spreadsheets write it; empty: there is none.
std::string_view csv_separator_line(std::string_view text);

/// The sign between the cells: what a first line "sep=;" says, else ',', ';' or tab, whichever is
/// in the first record most often outside quotes.
char csv_separator(std::string_view text);

/// The records of a text, those without any content and a line "sep=;" left out. Refuses a quoted
/// cell that is not closed, and more than `most` records.
Result<std::vector<CsvRow>> read_csv(std::string_view text, char separator, std::size_t most);

}  // namespace mot
