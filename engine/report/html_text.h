// Text on its way into HTML: whatever people typed stays text.
#pragma once

#include <string>
#include <string_view>

namespace mot::report {

/// What somebody typed, escaped and in a `bdi` element: its writing direction changes nothing
/// around it, whatever marks it holds.
std::string typed(std::string_view text);

/// The text so that marks of direction within it end with it: for where there are no elements.
/// Unpaired closing marks are left out.
std::string isolated(std::string_view text);

/// A page up to its body: nothing in it is run or fetched, whatever stands in the texts. `title`
/// and `language` as they are, not escaped.
std::string page_head(std::string_view language, std::string_view title, std::string_view style);

}  // namespace mot::report
