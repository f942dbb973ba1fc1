// How large an SVG picture of somebody else says it is, before anything draws it.
#pragma once

#include <cstddef>
#include <string>

namespace mot {

/// Most bytes, width, height and area of an SVG picture, so that drawing one stays quick.
inline constexpr std::size_t kMaxSvgBytes = std::size_t{4} << 20U;
inline constexpr double kMaxSvgSide = 8'192;
inline constexpr double kMaxSvgArea = 16'777'216;

/// Why an SVG picture is not used: "the SVG picture is 20000 × 10 large; …"; empty: it is.
std::string svg_problem(const std::string& svg);

}  // namespace mot
