#include "game/window/high_contrast.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "game/window/layout_check.h"

namespace mot::high_contrast {
namespace {

constexpr Colour kBlack = rgb(0x000000);
constexpr Colour kWhite = rgb(0xFFFFFF);
// Luminances, 0 … 1. In the usual theme white letters stand on what is darker than the first, dark
// ones on everything else.
constexpr double kDarkGround = 0.22;
constexpr double kLightInk = 0.4;
constexpr double kNearlyWhite = 0.9;
// Ours: with these, letters have 7 to 1 on every ground, and a hue is still seen.
constexpr double kInk = 0.03;
constexpr double kDarkFill = 0.07;
constexpr double kLightFill = 0.62;
constexpr double kTint = 0.92;
constexpr double kLightest = 0.6;  // from here on a fill is a tint of the ground

// The luminance from the contrast with black: (l + 0.05) / 0.05.
double luminance(Colour c) { return contrast(c, kBlack) * 0.05 - 0.05; }

Colour with_alpha(Colour c, Colour of) {
  c.a = of.a;
  return c;
}

// The nearest to `c` on the way to `end` that `good` accepts.
template <class Good>
Colour towards(Colour c, Colour end, Good good) {
  constexpr int kSteps = 40;
  Colour found = c;
  for (int i = 1; i <= kSteps && !good(found); ++i) {
    found = mixed(c, end, static_cast<float>(i) / kSteps);
  }
  return with_alpha(found, c);
}

Colour darkened(Colour c, double most) {
  return towards(c, with_alpha(kBlack, c), [most](Colour x) { return luminance(x) <= most; });
}

Colour lightened(Colour c, double least) {
  return towards(c, with_alpha(kWhite, c), [least](Colour x) { return luminance(x) >= least; });
}

std::uint8_t stretched(std::uint8_t channel) {
  constexpr float kFrom = 0.35F;
  constexpr float kTo = 0.95F;
  const float v = (static_cast<float>(channel) / 255 - kFrom) / (kTo - kFrom);
  return static_cast<std::uint8_t>(std::lround(std::clamp(v, 0.F, 1.F) * 255));
}

}  // namespace

Colour ink(Colour colour) {
  return luminance(colour) > kLightInk ? with_alpha(kWhite, colour) : darkened(colour, kInk);
}

Colour fill(Colour colour) {
  const double l = luminance(colour);
  if (l < kDarkGround) {
    return darkened(colour, kDarkFill);
  }
  return lightened(colour, l < kLightest ? kLightFill : kTint);
}

Colour edge(Colour colour) {
  return luminance(colour) > kNearlyWhite ? with_alpha(kWhite, colour)
                                          : darkened(colour, kDarkFill);
}

bool wants_edge(Colour colour) {
  constexpr std::uint8_t kSolid = 200;
  return colour.a >= kSolid && luminance(colour) >= kDarkGround && !(colour == kWhite);
}

void stretch(Pixels& picture) {
  for (std::size_t i = 0; i + 3 < picture.rgba.size(); i += 4) {
    const unsigned alpha = picture.rgba[i + 3];
    for (std::size_t c = i; alpha > 0 && c < i + 3; ++c) {
      const unsigned straight = std::min(255U, picture.rgba[c] * 255U / alpha);
      picture.rgba[c] =
          static_cast<std::uint8_t>(stretched(static_cast<std::uint8_t>(straight)) * alpha / 255U);
    }
  }
}

}  // namespace mot::high_contrast
