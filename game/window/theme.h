// The look, as named constants: colours, type, radii, shadows, durations of the art direction.
#pragma once

#include "game/window/geometry.h"

namespace mot::theme {

// Colours of the interface.
inline constexpr Colour kCream = rgb(0xFBF4EA);
inline constexpr Colour kPaper = rgb(0xFFFFFF);
inline constexpr Colour kSand = rgb(0xF1E6D6);
inline constexpr Colour kLine = rgb(0xE5D8C5);
inline constexpr Colour kTrack = rgb(0xEFE6D8);
inline constexpr Colour kOutline = rgb(0xCFC2AD);
inline constexpr Colour kLinkIdle = rgb(0xCDBFA9);
inline constexpr Colour kDisabled = rgb(0xE3DACB);
inline constexpr Colour kInk = rgb(0x1E2A3E);
inline constexpr Colour kInk2 = rgb(0x505C6E);
inline constexpr Colour kInk3 = rgb(0x697486);
inline constexpr Colour kNavy = rgb(0x22304A);
inline constexpr Colour kNavy700 = rgb(0x1A2538);
inline constexpr Colour kMist = rgb(0xB9C4D6);
inline constexpr Colour kOnInk = rgb(0xD5DCE8);
inline constexpr Colour kTeal = rgb(0x0F6B66);
inline constexpr Colour kTeal700 = rgb(0x0B5652);
inline constexpr Colour kTeal50 = rgb(0xE0F1EE);
inline constexpr Colour kViolet = rgb(0x6B4C9A);
inline constexpr Colour kViolet50 = rgb(0xEEE9F6);
inline constexpr Colour kAmber = rgb(0xF0A92E);
inline constexpr Colour kAmber50 = rgb(0xFDF2DC);
inline constexpr Colour kAmber800 = rgb(0x7A5200);
inline constexpr Colour kBlue = rgb(0x1F6FB2);
inline constexpr Colour kBlue700 = rgb(0x1B629E);
inline constexpr Colour kBlue50 = rgb(0xE4EFF8);
inline constexpr Colour kCoral = rgb(0xEC7A5C);
inline constexpr Colour kCoral700 = rgb(0xB8452B);
inline constexpr Colour kCoral800 = rgb(0xA63C24);
inline constexpr Colour kCoral50 = rgb(0xFCEAE4);
inline constexpr Colour kShadow = rgb(0x3A2A17);
inline constexpr Colour kAvatar = rgb(0xE3E4F0);

// Grades and bands; always shown with an icon or a word as well.
inline constexpr Colour kPromoter = rgb(0x1F6FB2);
inline constexpr Colour kPassive = rgb(0xE8B23E);
inline constexpr Colour kDetractor = rgb(0xC2452D);

// A role of text: size and line height for Latin and for Chinese, weight 400 … 800.
struct Type {
  float size = 15;
  float line = 22;
  float size_zh = 15;
  float line_zh = 24;
  int weight = 400;
  float spacing = 0;
  float most = 2;  // how far it grows with the player's text size, 1 … 2
  // The same role heavier or lighter.
  constexpr Type weighing(int w) const {
    Type t = *this;
    t.weight = w;
    return t;
  }
  // The same role at another size, line height in proportion.
  constexpr Type sized(float s) const {
    return {s, line * s / size, s * size_zh / size, line_zh * s / size, weight, spacing, most};
  }
  // The same role in a place that has room for so much only: bars, gauges, pills. What is read
  // grows without limit.
  constexpr Type growing(float factor) const {
    Type t = *this;
    t.most = factor;
    return t;
  }
};

inline constexpr Type kBigNumber{56, 60, 56, 60, 800};
inline constexpr Type kDisplay{32, 38, 30, 40, 700};
inline constexpr Type kPageTitle{22, 30, 22, 30, 700};
inline constexpr Type kPanelTitle{19, 26, 19, 26, 700};
inline constexpr Type kCardTitle{17, 24, 17, 24, 700};
inline constexpr Type kLineOfCustomer{20, 30, 20, 33, 500};
inline constexpr Type kChoice{17, 24, 17, 27, 500};
inline constexpr Type kBody{15, 22, 15, 24, 400};
inline constexpr Type kLabel{14, 20, 14, 21, 600};
inline constexpr Type kCaption{13, 18, 13, 20, 400};
inline constexpr Type kSmallest{12, 17, 13, 19, 400};

// Radii.
inline constexpr float kRadiusButton = 12;
inline constexpr float kRadiusCell = 14;
inline constexpr float kRadiusChoice = 16;
inline constexpr float kRadiusCard = 18;
inline constexpr float kRadiusPanel = 22;
inline constexpr float kSelectionBorder = 2.5F;

// Margins.
inline constexpr float kMargin = 24;
inline constexpr float kGap = 16;

// A panel's shadow: how far down, how soft (sigma), how dark.
struct Shadow {
  float dy = 0;
  float sigma = 0;
  float alpha = 0;
};
inline constexpr Shadow kShadows[4] = {{0, 0, 0}, {2, 5, 0.10F}, {6, 11, 0.13F}, {14, 20, 0.18F}};

// Durations in seconds; the easing is named where it is used (motion.h).
inline constexpr float kHover = 0.120F;
inline constexpr float kPressScale = 0.98F;
inline constexpr float kCardEnter = 0.260F;
inline constexpr float kCardStagger = 0.060F;
inline constexpr float kCardRise = 16;
inline constexpr float kOthersFade = 0.180F;
inline constexpr float kChosenMoves = 0.320F;
inline constexpr float kCharactersPerSecond = 45;
inline constexpr float kCharactersPerSecondZh = 18;
inline constexpr float kMeter = 0.600F;
inline constexpr float kDelta = 0.900F;
inline constexpr float kDeltaRise = 12;
inline constexpr float kStagePill = 0.380F;
inline constexpr float kScreenChange = 0.280F;
inline constexpr float kScreenSlide = 12;
inline constexpr float kDebriefLine = 0.900F;
inline constexpr float kNeedle = 1.100F;
inline constexpr float kReducedFade = 0.120F;
// Without input for so long, breathing and idle head stop.
inline constexpr float kCalmAfter = 3.0F;

}  // namespace mot::theme
