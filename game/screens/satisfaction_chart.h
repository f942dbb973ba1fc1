// The debrief's line: satisfaction so far and mood after each choice, the stages as bands, a marker
// a choice. Draws what it is given and computes nothing but places.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "game/screens/best_path.h"
#include "game/window/canvas.h"

namespace mot {

// How a moment of truth was felt; also the shape and colour of its marker.
enum class MomentLabel { none, misery, neutral, magic };

struct ChartPoint {
  std::optional<float> satisfaction;  // CSAT 0 … 100 after the choice
  float mood = 0;                     // −100 … 100 after the choice
  MomentLabel label = MomentLabel::none;
  int band = -1;  // index into the chart's bands, or −1
};

// A stage of the journey, once for each time it was entered.
struct ChartBand {
  std::string title;
  std::string icon;
};

struct SatisfactionChart {
  std::vector<ChartPoint> points;   // by choice
  std::vector<ChartBand> bands;     // left to right
  std::vector<BestPathPoint> best;  // empty: not known
  float start_mood = 0;
  int turning_point = -1;    // index of the choice with the lowest gap, or −1
  std::string turning_text;  // "Turning point −2.35"
};

// The marker of a choice: circle (magic), square (neutral), diamond (misery), a dot where nothing
// was at stake. Its number is left out below a radius of 8.
void draw_marker(Canvas& canvas, Vec centre, float radius, MomentLabel label, int number);
Colour colour_of(MomentLabel label);
// What is legible on that colour.
Colour ink_on(MomentLabel label);

// Draws the chart into `box` (axes, numbers and stages included), its lines so far as `grown`,
// 0 … 1, says. Returns where the markers are, by choice.
std::vector<Rect> draw_satisfaction_chart(Canvas& canvas,
                                          Rect box,
                                          const SatisfactionChart& chart,
                                          float grown,
                                          int selected);

}  // namespace mot
