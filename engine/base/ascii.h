// Capitals of the Latin alphabet, whatever the machine's language: for keys, ids and endings of
// files. Letters beyond ASCII stay as they are.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace mot {

/// The small letter of a capital; any other byte as it is.
inline char small_letter(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// A text with its capitals as small letters.
inline std::string in_small_letters(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = small_letter(c);
  return out;
}

/// Whether two texts are the same but for capitals.
inline bool same_but_for_capitals(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return small_letter(x) == small_letter(y); });
}

}  // namespace mot
