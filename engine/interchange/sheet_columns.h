// The columns of a sheet of moments: what `mot export --csv` writes and `mot import` reads. Part of
// import.h; described in docs/importing.md.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace mot {

enum class SheetColumn : unsigned char {
  moment,
  stage,
  channel,
  touchpoint,
  says,
  thinks,
  feels,
  hint,
  expects,
  response,
  say,
  action,
  delivers,
  reply,
  coach,
  next,
  odds,
  ending,
  rest,
};
inline constexpr std::size_t kSheetColumns = 19;

/// The headings that are written, in their order.
inline constexpr std::array<std::string_view, kSheetColumns> kSheetHeadings{
    "moment", "stage",   "channel",  "touchpoint", "says", "thinks",   "feels",
    "hint",   "expects", "response", "say",        "do",   "delivers", "reply",
    "coach",  "next",    "odds",     "ending",     "rest"};

/// The column that a heading means, in English or Chinese and by the words people use for it;
/// kSheetColumns: none.
std::size_t sheet_column_named(std::string_view heading);

}  // namespace mot
