#include "engine/interchange/imported_story.h"

#include <algorithm>
#include <array>

#include "engine/base/utf8.h"

namespace mot {
namespace {

constexpr std::size_t kMostShown = 80;

struct Plain {
  char32_t first;
  std::string_view letters;
};

/// Letters without their accents, for runs of code points that begin at `first`; '.' stands for
/// what has no Latin letter.
constexpr std::array<Plain, 2> kPlain{{
    {0xC0, "aaaaaaaceeeeiiiidnooooo.ouuuuypsaaaaaaaceeeeiiiidnooooo.ouuuuypy"},
    {0x100,
     "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooo"
     "oooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"},
}};

/// The letter or digit as it may stand in an id, or 0.
char plain_letter(char32_t c) {
  if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) return static_cast<char>(c);
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  for (const Plain& run : kPlain) {
    if (c < run.first || c >= run.first + run.letters.size()) continue;
    const char letter = run.letters[c - run.first];
    return letter == '.' ? '\0' : letter;
  }
  return 0;
}

bool is_chinese(char32_t c) { return c >= 0x3400 && c <= 0x9FFF; }

bool is_dropped_in_words(char32_t c) { return c == '\'' || c == 0x2019; }

void count_signs(std::string_view text, std::size_t& chinese, std::size_t& letters) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_chinese(c)) ++chinese;
    if (plain_letter(c) != 0) ++letters;
  }
}

}  // namespace

std::string in_one_line(std::string_view text) {
  std::string line;
  std::size_t count = 0;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c <= 0x20 || c == 0x7F || c == 0xA0) {
      gap = !line.empty();
      continue;
    }
    if (gap) line += ' ';
    gap = false;
    if (++count > kMostShown) return line + "…";
    append_code_point(line, (c >= 0x80 && c < 0xA0) || c == 0x2028 || c == 0x2029 ? 0xFFFD : c);
  }
  return line;
}

std::string id_from(std::string_view text, std::size_t most) {
  std::string id;
  std::size_t word = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_dropped_in_words(c)) continue;
    const char letter = plain_letter(c);
    if (letter == 0) {
      if (!id.empty() && id.back() != '-') {
        id += '-';
        word = id.size();
      }
      continue;
    }
    if (id.size() >= most) {
      // A word that is cut is left out, unless it is the only one.
      if (word > 0) id.resize(word);
      break;
    }
    id += letter;
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id;
}

std::string language_of_texts(const ImportedStory& story) {
  constexpr std::size_t kLettersPerSign = 4;
  std::size_t chinese = 0;
  std::size_t letters = 0;
  count_signs(story.title, chinese, letters);
  for (const ImportedMoment& moment : story.moments) {
    count_signs(moment.says, chinese, letters);
    for (const ImportedResponse& response : moment.responses)
      count_signs(response.text, chinese, letters);
  }
  return chinese > 0 && chinese * kLettersPerSign >= letters ? "zh-CN" : "en";
}

}  // namespace mot
