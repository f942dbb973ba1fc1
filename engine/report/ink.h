// Colours of reports, after the art direction; what is drawn with them is never told by colour
// alone.
#pragma once

#include <cstdint>

namespace mot::report {

/// A colour; each part 0 … 1.
struct Ink {
  double r = 0;
  double g = 0;
  double b = 0;
  double a = 1;

  constexpr Ink faded(double alpha) const { return {r, g, b, a * alpha}; }
};

constexpr Ink rgb(std::uint32_t hex) {
  return {((hex >> 16U) & 0xFFU) / 255.0, ((hex >> 8U) & 0xFFU) / 255.0, (hex & 0xFFU) / 255.0, 1};
}

inline constexpr Ink kPaper = rgb(0xFFFFFF);
inline constexpr Ink kCream = rgb(0xFBF4EA);
inline constexpr Ink kSand = rgb(0xF1E6D6);
inline constexpr Ink kLine = rgb(0xDDD0BC);
inline constexpr Ink kInk = rgb(0x1E2A3E);
inline constexpr Ink kInk2 = rgb(0x505C6E);
inline constexpr Ink kTeal = rgb(0x0F6B66);
inline constexpr Ink kViolet = rgb(0x6B4C9A);
inline constexpr Ink kBlue = rgb(0x1F6FB2);
inline constexpr Ink kBlue700 = rgb(0x1B629E);
inline constexpr Ink kPassive = rgb(0xE8B23E);
inline constexpr Ink kAmber50 = rgb(0xFDF2DC);
inline constexpr Ink kDetractor = rgb(0xC2452D);
inline constexpr Ink kCoral800 = rgb(0xA63C24);
inline constexpr Ink kCoral50 = rgb(0xFCEAE4);
inline constexpr Ink kBandWarm = rgb(0xF8F1E6);
inline constexpr Ink kBandCool = rgb(0xF1F6F4);

}  // namespace mot::report
