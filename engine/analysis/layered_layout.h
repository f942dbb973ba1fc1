// A layered layout of a directed graph, from top to bottom, with lanes side by side: where boxes
// and lines go so that lines mostly lead down and cross seldom (Sugiyama's method, with labels as
// boxes of their own layers). Knows nothing of scenarios; `mot graph` and the editor's map use it.
#pragma once

#include <cstddef>
#include <vector>

namespace mot {

/// A box to place.
struct LayoutBox {
  double width = 0;
  double height = 0;
  /// Index of its lane.
  std::size_t lane = 0;
};

/// A line between two boxes; a line to itself is allowed.
struct LayoutLine {
  std::size_t from = 0;
  std::size_t to = 0;
  /// Room for a label near its beginning; 0: none.
  double label_width = 0;
  double label_height = 0;
  /// Lines that matter more are kept straighter; at least 1.
  double weight = 1;
};

/// What to lay out.
struct LayoutInput {
  std::vector<LayoutBox> boxes;
  std::vector<LayoutLine> lines;
  /// The box at the top, where there is one.
  std::size_t start = 0;
  /// Least width of each lane.
  std::vector<double> lanes;
};

struct LayoutPoint {
  double x = 0;
  double y = 0;
};

/// A lane's place.
struct LayoutLane {
  double x = 0;
  double width = 0;
};

/// Where a line runs.
struct LayoutWay {
  /// From the box it leaves to the box it enters, at least two. Between two points it is meant to
  /// leave and arrive vertically.
  std::vector<LayoutPoint> points;
  /// Middle of the label.
  LayoutPoint label;
  /// It leads back to a box above, or to itself.
  bool back = false;
};

/// Places, from (0, 0) at the top left.
struct LayeredLayout {
  double width = 0;
  double height = 0;
  /// Middles of the boxes.
  std::vector<LayoutPoint> boxes;
  std::vector<LayoutWay> lines;
  std::vector<LayoutLane> lanes;
};

/// Lays out. The same input gives the same output. Requires indices within their lists and at least
/// one lane. Near linear in boxes and lines; lines over very many layers run straight.
LayeredLayout lay_out(const LayoutInput& input);

}  // namespace mot
