#include "game/editor/map_view.h"

#include <algorithm>

namespace mot {
namespace {

constexpr double kLeastZoom = 0.08;
constexpr double kMostZoom = 1.6;
constexpr double kFrame = 20;  // around all of it

}  // namespace

void MapView::zoom_at(LayoutPoint fixed, double factor) {
  const LayoutPoint stays = meant(fixed);
  zoom = std::clamp(zoom * factor, kLeastZoom, kMostZoom);
  left = stays.x - fixed.x / zoom;
  top = stays.y - fixed.y / zoom;
}

void MapView::centre(LayoutPoint point, double width, double height) {
  left = point.x - width / 2 / zoom;
  top = point.y - height / 2 / zoom;
}

void MapView::fit(double map_width, double map_height, double width, double height) {
  const double across = width / (map_width + 2 * kFrame);
  const double down = height / (map_height + 2 * kFrame);
  zoom = std::clamp(std::min(across, down), kLeastZoom, 1.0);
  centre({map_width / 2, map_height / 2}, width, height);
}

}  // namespace mot
