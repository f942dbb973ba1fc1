// Where a line of text may end: Latin words stay whole, Chinese may break between characters but
// never before closing or after opening punctuation.
#pragma once

namespace mot {

/// Whether a line may end between two neighbours, neither of them a blank.
bool may_break_between(char32_t before, char32_t after);

}  // namespace mot
