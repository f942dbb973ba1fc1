// Text laid out in lines: fonts, line breaking for English and Chinese, measuring, and the picture
// of it. Needs no display.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "game/window/geometry.h"
#include "game/window/pixels.h"
#include "game/window/theme.h"

namespace mot {

enum class Align { left, centre, right };

struct TextStyle {
  theme::Type type = theme::kBody;
  Colour colour = theme::kInk;
  float width = 0;    // lines break there, logical units; 0: only at '\n'
  int max_lines = 0;  // 0: as many as it takes. Else see TextLayout::overflows
  Align align = Align::left;
  std::string language{};  // empty: the canvas's language
};

// One line: the box of its text in the layout, and where each of its characters ends.
struct TextLine {
  float x = 0;
  float width = 0;
  float baseline = 0;
  int first_character = 0;  // index of its first character in the whole text
  std::vector<float> ends;  // right edge of each character from x, as a reader sees characters
};

// A text with all its line breaks. Sizes are logical units, the same at every window size. When
// max_lines are too few the letters shrink by up to 15 %; when that is not enough, a text of one
// line ends in … and a longer one is laid out whole: `overflows` says so in both cases.
struct TextLayout {
  std::vector<TextLine> lines;
  float width = 0;   // of the widest line
  float height = 0;  // lines times line height
  float line_height = 0;
  float size = 0;  // of the letters, after shrinking
  int characters = 0;
  bool overflows = false;
};

// Lays the text out; `size_factor` is the player's text size, 1 the designer's.
TextLayout lay_out(const std::string& text, const TextStyle& style, float size_factor = 1);

// The picture of the text at `scale` pixels a logical unit, with a margin of kTextMargin units on
// all sides, letters on whole pixels from the baseline.
Pixels text_picture(const std::string& text,
                    const TextStyle& style,
                    float size_factor,
                    float scale);
inline constexpr float kTextMargin = 6;

// True for zh, zh-CN, zh-Hans …
bool is_chinese(const std::string& language);

// Whole characters in a text as a reader counts them.
int character_count(const std::string& text);

}  // namespace mot
