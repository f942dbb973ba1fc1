// Points, boxes and colours of everything that is drawn. Lengths are logical units: the screen is
// 1280 x 720 of them, whatever the window's size.
#pragma once

#include <algorithm>
#include <cstdint>

namespace mot {

inline constexpr float kLogicalWidth = 1280;
inline constexpr float kLogicalHeight = 720;

struct Vec {
  float x = 0;
  float y = 0;
  friend constexpr bool operator==(const Vec&, const Vec&) = default;
};
constexpr Vec operator+(Vec a, Vec b) { return {a.x + b.x, a.y + b.y}; }
constexpr Vec operator-(Vec a, Vec b) { return {a.x - b.x, a.y - b.y}; }
constexpr Vec operator*(Vec a, float k) { return {a.x * k, a.y * k}; }

struct Rect {
  float x = 0;
  float y = 0;
  float w = 0;
  float h = 0;

  constexpr float right() const { return x + w; }
  constexpr float bottom() const { return y + h; }
  constexpr Vec centre() const { return {x + w / 2, y + h / 2}; }
  // True inside and on the left and top edges.
  constexpr bool contains(Vec p) const {
    return p.x >= x && p.y >= y && p.x < right() && p.y < bottom();
  }
  // The box made smaller by `d` on every side (bigger when negative).
  constexpr Rect inset(float d) const { return {x + d, y + d, w - 2 * d, h - 2 * d}; }
  constexpr Rect moved(Vec d) const { return {x + d.x, y + d.y, w, h}; }
  friend constexpr bool operator==(const Rect&, const Rect&) = default;
};

// The common part of two boxes; width or height 0 where they do not meet.
constexpr Rect intersection(const Rect& a, const Rect& b) {
  const float x = std::max(a.x, b.x);
  const float y = std::max(a.y, b.y);
  return {x, y, std::max(0.F, std::min(a.right(), b.right()) - x),
          std::max(0.F, std::min(a.bottom(), b.bottom()) - y)};
}

// How the logical screen lies in a window: pixels a unit, and the pixel of its left top corner.
struct Letterbox {
  float scale = 1;
  Vec offset;
};
constexpr Letterbox letterbox(int pixel_width, int pixel_height) {
  const auto w = static_cast<float>(pixel_width);
  const auto h = static_cast<float>(pixel_height);
  const float scale = std::max(0.05F, std::min(w / kLogicalWidth, h / kLogicalHeight));
  const auto half = [](float room) { return static_cast<float>(static_cast<int>(room / 2)); };
  return {scale, {half(w - kLogicalWidth * scale), half(h - kLogicalHeight * scale)}};
}

// Straight alpha, 0 … 255.
struct Colour {
  std::uint8_t r = 0;
  std::uint8_t g = 0;
  std::uint8_t b = 0;
  std::uint8_t a = 255;
  friend constexpr bool operator==(const Colour&, const Colour&) = default;
};

// The colour 0xRRGGBB.
constexpr Colour rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16U & 0xFFU),
          static_cast<std::uint8_t>(hex >> 8U & 0xFFU), static_cast<std::uint8_t>(hex & 0xFFU),
          255};
}

// The colour with its alpha multiplied by `alpha`, 0 … 1.
constexpr Colour faded(Colour c, float alpha) {
  const float a = static_cast<float>(c.a) * std::clamp(alpha, 0.F, 1.F) + 0.5F;
  c.a = static_cast<std::uint8_t>(a);
  return c;
}

// The colour `t` of the way from a to b, 0 … 1.
constexpr Colour mixed(Colour a, Colour b, float t) {
  const auto at = [t](std::uint8_t from, std::uint8_t to) {
    const float f =
        static_cast<float>(from) + (static_cast<float>(to) - static_cast<float>(from)) * t;
    return static_cast<std::uint8_t>(std::clamp(f + 0.5F, 0.F, 255.F));
  };
  return {at(a.r, b.r), at(a.g, b.g), at(a.b, b.b), at(a.a, b.a)};
}

}  // namespace mot
