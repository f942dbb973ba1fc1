// How much there is to read: words of scripts with spaces, signs of scripts without.
#pragma once

#include <cstddef>
#include <string_view>

namespace mot {

/// What a text consists of.
struct WordCount {
  /// Runs of signs between blanks and wide signs.
  std::size_t words = 0;
  /// Signs that take two columns: Chinese, with its punctuation.
  std::size_t wide = 0;

  /// As word processors count: each wide sign is a word.
  std::size_t total() const { return words + wide; }
};

/// Counts a text. Example: "Flat 1203 在漏水。" → 2 words, 4 wide signs.
WordCount count_words(std::string_view text);

}  // namespace mot
