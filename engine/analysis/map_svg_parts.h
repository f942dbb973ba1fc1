// Parts of the picture of a map: style, texts, signs, and what the signs mean. Only map_svg*.cpp
// include this.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/customer/dimensions.h"
#include "engine/text/ui_strings.h"

namespace mot {

// Pixels that a column of text takes, in titles and in labels; half a Chinese sign.
inline constexpr double kTitleColumn = 6.7;
inline constexpr double kLabelColumn = 6.2;

/// The style sheet and the definitions of arrows and hatching.
std::string svg_style();

/// A text element, escaped.
std::string svg_text(double x,
                     double y,
                     std::string_view style,
                     std::string_view words,
                     std::string_view anchor = "middle");

/// Lines of at most so many columns, broken at spaces where there are some; the last of `most` is
/// cut.
std::vector<std::string> broken(std::string_view words, std::size_t columns, std::size_t most);

/// ✓ resolved, ○ unresolved, ✗ lost, ▲ escalated.
std::string_view sign_of(EndingKind kind);

/// What the signs mean, in rows between two margins.
struct MapLegend {
  std::string svg;
  double height = 0;
};
MapLegend map_legend(const UiStrings& words, double width, double margin);

}  // namespace mot
