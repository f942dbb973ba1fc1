// Pieces that several figures share.
#pragma once

#include <string>

#include "engine/debrief/moment_review.h"
#include "engine/report/pen.h"

namespace mot::report {

/// Below this a figure is laid out for a narrow page.
inline constexpr double kWideFigure = 520;

/// The colour of a moment, and what is legible on it.
Ink ink_of(MomentLabel label);
Ink ink_on(MomentLabel label);

/// A choice's marker: circle (magic), square (neutral), diamond (misery), a small circle where
/// nothing was at stake; with its number where there is room.
void draw_marker(Pen& pen, Point centre, double radius, MomentLabel label, std::size_t choice);

/// The colour of a survey category by answer 0 … 10.
Ink ink_of_answer(int answer);

/// A word in a pill about its middle; returns its width.
double draw_pill(Pen& pen, Point centre, const std::string& text, Ink ground, Ink ink);

/// A mark of 14 × 14 for a line in a legend: returns the width of mark and text.
double legend_width(const Pen& pen, const std::string& text);

}  // namespace mot::report
