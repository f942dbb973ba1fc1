// Which parts of a picture look different from the one before, known by what is drawn where: the
// window is divided into tiles, and each has a print of all shapes that touch it, in their order.
#pragma once

#include <cstdint>
#include <vector>

#include "game/window/geometry.h"

namespace mot {

class TilePrints {
 public:
  // Starts a picture of so many pixels; nothing is drawn on it yet.
  void begin(int width, int height);
  // The next shape: the box of pixels it may touch, and the hash of all that decides what it looks
  // like.
  void add(const Rect& box, std::uint64_t hash);
  // The boxes in which the picture is another than at the last call of this, without overlaps; all
  // of it where that had another size.
  std::vector<Rect> changed();

 private:
  struct Tiles {
    int width = 0;  // of the picture, pixels
    int height = 0;
    std::vector<std::uint64_t> prints;  // row by row
  };
  int columns() const;
  std::size_t index_of(int column, int row) const;
  int rows() const;
  Rect box_of(int left, int right, int top, int bottom) const;
  bool differs(int column, int row) const;

  Tiles now_;
  Tiles last_;
};

}  // namespace mot
