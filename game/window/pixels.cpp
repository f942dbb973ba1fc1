#include "game/window/pixels.h"

#include <algorithm>
#include <cstring>

namespace mot {

Cutting trimmed(const Pixels& whole) {
  int left = whole.width;
  int top = whole.height;
  int right = -1;
  int bottom = -1;
  for (int y = 0; y < whole.height; ++y) {
    const std::uint8_t* row =
        whole.rgba.data() + static_cast<std::ptrdiff_t>(y) * whole.width * 4 + 3;
    for (int x = 0; x < whole.width; ++x) {
      if (row[x * 4] != 0) {
        left = std::min(left, x);
        right = std::max(right, x);
        top = std::min(top, y);
        bottom = std::max(bottom, y);
      }
    }
  }
  Cutting cut;
  if (right < 0) {
    return cut;
  }
  cut.left = left - 1;
  cut.top = top - 1;
  cut.pixels.width = right - left + 3;
  cut.pixels.height = bottom - top + 3;
  cut.pixels.rgba.assign(
      static_cast<std::size_t>(cut.pixels.width) * static_cast<std::size_t>(cut.pixels.height) * 4,
      0);
  for (int y = top; y <= bottom; ++y) {
    const auto from = (static_cast<std::ptrdiff_t>(y) * whole.width + left) * 4;
    const auto to = (static_cast<std::ptrdiff_t>(y - top + 1) * cut.pixels.width + 1) * 4;
    std::memcpy(cut.pixels.rgba.data() + to, whole.rgba.data() + from,
                static_cast<std::size_t>(right - left + 1) * 4);
  }
  return cut;
}

}  // namespace mot
