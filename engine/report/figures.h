// The figures of a debrief. Each is drawn once and used as SVG, on PDF pages and as a picture in
// the window; each says everything with numbers, words or shapes as well as with colour. Narrow
// widths (from 300 units on) get a layout of their own.
#pragma once

#include <vector>

#include "engine/debrief/debrief.h"
#include "engine/report/surfaces.h"
#include "engine/text/ui_strings.h"

namespace mot::report {

/// What a figure is drawn from; borrowed, and to outlive the figure.
struct FigureSource {
  const Debrief& debrief;
  const UiStrings& words;
};

/// The answer 0 … 10 on a half-round gauge, with the trainee's prediction beside it. The needle can
/// be left to somebody who moves it, the legend to somebody who has it elsewhere.
struct GaugeParts {
  bool needle = true;
  bool legend = true;
};
Figure gauge_figure(FigureSource source, GaugeParts parts = {});
/// Centre and radius of the gauge in a width, and the turn (0 at the top, clockwise) of an answer.
struct GaugePlace {
  Point centre;
  double radius = 0;
  static double turn_of(double answer);
};
GaugePlace gauge_place(double width);

/// The account of lost points as a waterfall. Requires an account.
Figure account_figure(FigureSource source);

/// The encounter as a line, with stages, gaps, waits and the best play. Parts can be drawn apart,
/// so that the lines can be made to grow.
struct TimelineParts {
  bool ground = true;
  bool lines = true;
  bool markers = true;
  /// From 0 to 100.
  double plot_height = 160;
};
Figure timeline_figure(FigureSource source, TimelineParts parts = {});
/// Where the timeline's markers are, by choice.
std::vector<Point> timeline_markers(FigureSource source, TimelineParts parts, double width);
/// Where the pills lie that say what the turning points cost: on no marker and on no other pill as
/// long as there is room. In the order of the account's turning points.
std::vector<Box> timeline_costs(FigureSource source, TimelineParts parts, double width);

/// Skills now and before: a radar of the dimensions (bars, where fewer than three were put to the
/// test, or where their names leave it no room) and bars of the behaviours.
Figure skills_figure(FigureSource source);

/// What the crowd answers, 0 … 10, and its NPS with the interval. Requires a crowd.
Figure crowd_figure(FigureSource source);

/// What each touchpoint did to the NPS. Requires a crowd.
Figure impact_figure(FigureSource source);

}  // namespace mot::report
