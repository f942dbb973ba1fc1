#include "engine/text/word_count.h"

#include "engine/base/utf8.h"

namespace mot {

WordCount count_words(std::string_view text) {
  WordCount count;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (display_width(c) == 2) {
      ++count.wide;
      inside = false;
      continue;
    }
    const bool blank = c == U' ' || c == U'\n' || c == U'\t';
    if (!blank && !inside) ++count.words;
    inside = !blank;
  }
  return count;
}

}  // namespace mot
