// Reading the signs of Twine's story formats: quotes, brackets, arguments of macros, links. Only
// twine_*.cpp include this.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/interchange/twine_text.h"

namespace mot::twine {

/// Longest macro, link or hook, so that an unclosed one is not looked for to the end of a story.
inline constexpr std::size_t kLongestPiece = 20'000;

inline constexpr std::size_t kNowhere = std::string_view::npos;

/// A letter or digit of ASCII, or '_'.
bool is_word(char c);

/// "Link-Goto", "link_goto" → "linkgoto".
std::string folded(std::string_view name);

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Offset behind a quoted text that begins at `at`; kNowhere where it is not closed.
std::size_t behind_quotes(std::string_view text, std::size_t at);

/// Offset behind the bracket that closes the one at `at`, quotes skipped where they are closed;
/// kNowhere where it is not closed within kLongestPiece.
std::size_t behind_bracket(std::string_view text, std::size_t at, char open, char close);

/// What stands between quotes, without the backslashes before signs.
std::string unescaped(std::string_view text);

/// Whether it is no more than a variable: "$name", "guest.name", "_i".
bool is_variable(std::string_view text);

/// The arguments of a macro: texts in quotes, `[[links]]`, code in backquotes, and words.
struct Argument {
  enum class Kind : unsigned char { text, link, code, word } kind = Kind::word;
  std::string value;
};

/// Up to the first that is not closed.
std::vector<Argument> arguments_of(std::string_view text);

/// What code comes to as far as it stands there: its texts, and the names of its variables.
struct CodeText {
  std::string text;
  /// There is nothing but texts, names and the '+' between them.
  bool whole = true;
};
CodeText text_of_code(std::string_view code);

/// What stands between [[ and ]], also with a setter behind "][".
TwineLink link_in(std::string_view inside);

}  // namespace mot::twine
