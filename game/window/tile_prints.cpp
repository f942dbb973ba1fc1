#include "game/window/tile_prints.h"

#include <cmath>

#include "game/window/hash_mix.h"

namespace mot {
namespace {

// About as high as a line of text, so that a letter costs little more than its own line.
constexpr int kTileWidth = 32;
constexpr int kTileHeight = 16;
constexpr std::uint64_t kNothing = 1;  // the print of a tile that no shape touches

int tiles_of(int pixels, int tile) { return (pixels + tile - 1) / tile; }

}  // namespace

int TilePrints::columns() const { return tiles_of(now_.width, kTileWidth); }

std::size_t TilePrints::index_of(int column, int row) const {
  return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns()) +
         static_cast<std::size_t>(column);
}

int TilePrints::rows() const { return tiles_of(now_.height, kTileHeight); }

void TilePrints::begin(int width, int height) {
  now_.width = std::max(0, width);
  now_.height = std::max(0, height);
  now_.prints.assign(static_cast<std::size_t>(columns()) * static_cast<std::size_t>(rows()),
                     kNothing);
}

void TilePrints::add(const Rect& box, std::uint64_t hash) {
  const Rect seen =
      intersection(box, {0, 0, static_cast<float>(now_.width), static_cast<float>(now_.height)});
  if (seen.w <= 0 || seen.h <= 0) {
    return;
  }
  const int left = static_cast<int>(seen.x) / kTileWidth;
  const int top = static_cast<int>(seen.y) / kTileHeight;
  const int right =
      std::min(columns(), tiles_of(static_cast<int>(std::ceil(seen.right())), kTileWidth));
  const int bottom =
      std::min(rows(), tiles_of(static_cast<int>(std::ceil(seen.bottom())), kTileHeight));
  for (int row = top; row < bottom; ++row) {
    for (int column = left; column < right; ++column) {
      std::uint64_t& print = now_.prints[index_of(column, row)];
      print = mixed(print, hash);
    }
  }
}

bool TilePrints::differs(int column, int row) const {
  const auto tile = index_of(column, row);
  return now_.prints[tile] != last_.prints[tile];
}

Rect TilePrints::box_of(int left, int right, int top, int bottom) const {
  const int x = left * kTileWidth;
  const int y = top * kTileHeight;
  return {static_cast<float>(x), static_cast<float>(y),
          static_cast<float>(std::min(right * kTileWidth, now_.width) - x),
          static_cast<float>(std::min(bottom * kTileHeight, now_.height) - y)};
}

std::vector<Rect> TilePrints::changed() {
  std::vector<Rect> boxes;
  if (now_.width != last_.width || now_.height != last_.height) {
    boxes.push_back(box_of(0, columns(), 0, rows()));
    last_ = now_;
    return boxes;
  }
  std::size_t above = 0;  // the boxes that end where this row begins
  for (int row = 0; row < rows(); ++row) {
    const std::size_t first = boxes.size();
    for (int column = 0; column < columns(); ++column) {
      if (!differs(column, row)) {
        continue;
      }
      const int left = column;
      while (column < columns() && differs(column, row)) {
        ++column;
      }
      boxes.push_back(box_of(left, column, row, row + 1));
    }
    // Runs below runs of the same width go on with them.
    const auto same = [&](std::size_t a, std::size_t b) {
      return boxes[a].x == boxes[b].x && boxes[a].w == boxes[b].w;
    };
    bool goes_on = boxes.size() > first && boxes.size() - first == first - above;
    for (std::size_t i = first; goes_on && i < boxes.size(); ++i) {
      goes_on = same(above + (i - first), i);
    }
    if (goes_on) {
      for (std::size_t i = above; i < first; ++i) {
        boxes[i].h += boxes[first].h;
      }
      boxes.resize(first);
    } else {
      above = first;
    }
  }
  last_ = now_;
  return boxes;
}

}  // namespace mot
