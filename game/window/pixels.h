// A picture in memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace mot {

// RGBA, 8 bits each, premultiplied, rows from the top without gaps.
struct Pixels {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;

  bool empty() const { return width <= 0 || height <= 0; }
  std::size_t bytes() const { return rgba.size(); }
};

// A part of a bigger picture and where it lies in it, in pixels.
struct Cutting {
  Pixels pixels;
  int left = 0;
  int top = 0;
};

// The picture without its empty margins, but with a transparent pixel all round.
Cutting trimmed(const Pixels& whole);

}  // namespace mot
