// Which part of a map is seen: a place and a size, moved and zoomed around the pointer.
#pragma once

#include "engine/analysis/layered_layout.h"

namespace mot {

// A map point (x, y) is shown at (x − left, y − top) · zoom, in logical units of the panel.
struct MapView {
  double left = 0;
  double top = 0;
  double zoom = 1;

  LayoutPoint shown(LayoutPoint point) const {
    return {(point.x - left) * zoom, (point.y - top) * zoom};
  }
  LayoutPoint meant(LayoutPoint point) const {
    return {point.x / zoom + left, point.y / zoom + top};
  }

  // Zooms by a factor within limits; the map point shown at `fixed` stays there.
  void zoom_at(LayoutPoint fixed, double factor);
  // Moves so that the point is in the middle of a panel of that size.
  void centre(LayoutPoint point, double width, double height);
  // Shows all of a map, no larger than it is.
  void fit(double map_width, double map_height, double width, double height);
};

}  // namespace mot
