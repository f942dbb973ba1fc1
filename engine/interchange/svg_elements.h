// How many elements an SVG picture comes to when each part of it is drawn as often as it is named.
#pragma once

#include <cstddef>
#include <string_view>

namespace mot {

/// Most elements, so that drawing a picture stays quick.
inline constexpr std::size_t kMaxSvgElements = 100'000;

/// The elements of a picture, those that another draws ("#id", "url(#id)" in an attribute) as often
/// as they are drawn. A part that draws itself is not counted again. Beyond kMaxSvgElements any
/// greater number. What style sheets name is not followed.
std::size_t svg_elements(std::string_view svg);

}  // namespace mot
