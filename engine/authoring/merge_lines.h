// Two texts that both go out from a third, put together by lines: what only one of them has changed
// is taken over, and the places at which both have are named.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mot {

/// A place at which both have changed the same lines, or put lines in.
struct MergeConflict {
  /// Line, from 1, at which it begins in `mine`; one past the last where that ends before it.
  std::size_t line = 1;
  /// The lines of either, with their line ends; empty: taken out there.
  std::string mine;
  std::string theirs;
};

/// What has come of it.
struct LineMerge {
  /// The whole text, with the lines of one or the other where both have changed it. The same where
  /// there is no conflict.
  std::string with_mine;
  std::string with_theirs;
  /// In the order of the text.
  std::vector<MergeConflict> conflicts;
};

/// Puts together what `mine` and `theirs` have made of `base`. The time is that of the lines and of
/// the square of how many differ; beyond some thousands of those, a whole stretch counts as
/// changed.
LineMerge merge_lines(std::string_view base, std::string_view mine, std::string_view theirs);

}  // namespace mot
