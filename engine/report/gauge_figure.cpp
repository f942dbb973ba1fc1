// The half-round gauge of "would you recommend us?".
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "engine/report/figure_parts.h"
#include "engine/report/figures.h"

namespace mot::report {
namespace {

constexpr int kAnswers = 11;
constexpr double kTurn = 2 * std::numbers::pi;
constexpr double kMostRadius = 110;
constexpr double kRow = 34;

Point on_circle(Point centre, double radius, double turn) {
  return {centre.x + radius * std::sin(turn * kTurn), centre.y - radius * std::cos(turn * kTurn)};
}

void draw_ring(Pen& pen, const GaugePlace& place, std::optional<int> answer) {
  for (int k = 0; k < kAnswers; ++k) {
    const bool chosen = answer == k;
    const double turn = GaugePlace::turn_of(k);
    const double half = 0.25 / kAnswers;
    // Wider gaps between the categories, so that colour is not needed to tell them apart.
    const double from = turn - half + (k == 7 || k == 9 ? 0.007 : 0.002);
    const double to = turn + half - (k == 6 || k == 8 ? 0.007 : 0.002);
    const double r = place.radius;
    pen.segment(place.centre, r * (chosen ? 0.72 : 0.76), r * (chosen ? 1.07 : 1), from, to,
                ink_of_answer(k).faded(chosen || !answer ? 1 : 0.55));
    const Point at = on_circle(place.centre, r * 1.2, turn);
    const Type type{chosen ? 17.0 : 13.0, chosen ? 800 : 500, chosen ? kInk : kInk2, Align::centre};
    pen.text(std::to_string(k), {at.x, at.y + type.size * 0.36}, type);
  }
}

void draw_needle(Pen& pen, const GaugePlace& place, double answer) {
  const double turn = GaugePlace::turn_of(answer);
  const double r = place.radius;
  const std::array points{on_circle(place.centre, r * 0.07, turn - 0.25),
                          on_circle(place.centre, r * 0.64, turn),
                          on_circle(place.centre, r * 0.07, turn + 0.25)};
  pen.polygon(points, kInk);
  pen.circle(place.centre, r * 0.11, kInk);
  pen.circle(place.centre, r * 0.04, kPaper);
}

/// A triangle inside the ring, pointing at what was predicted.
void draw_prediction(Pen& pen, const GaugePlace& place, int predicted) {
  const double turn = GaugePlace::turn_of(predicted);
  const double r = place.radius;
  const std::array points{on_circle(place.centre, r * 0.70, turn),
                          on_circle(place.centre, r * 0.57, turn - 0.016),
                          on_circle(place.centre, r * 0.57, turn + 0.016)};
  pen.polygon(points, kViolet);
}

double draw_legend(Pen& pen, const FigureSource& source, double width, double y) {
  constexpr std::array kNames{"category.detractor", "category.passive", "category.promoter"};
  constexpr std::array kRanges{"0–6", "7–8", "9–10"};
  constexpr std::array kFirst{0, 7, 9};
  const auto category = source.debrief.voice.category;
  const double column = width / 3;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    // The survey's categories run from promoter to detractor.
    const bool chosen = category && static_cast<std::size_t>(*category) == 2 - i;
    const Box box{column * static_cast<double>(i) + 3, y, column - 6, kRow + 6};
    if (chosen) pen.stroke_rounded(box, 10, 2, ink_of_answer(kFirst[i]));
    pen.text(source.words.text(kNames[i]), {box.x + box.w / 2, y + 17},
             Type{12.5, chosen ? 700 : 500, kInk, Align::centre});
    pen.text(kRanges[i], {box.x + box.w / 2, y + 33}, kSmall.aligned(Align::centre));
  }
  return kRow + 8;
}

}  // namespace

double GaugePlace::turn_of(double answer) { return -0.25 + 0.5 * (answer + 0.5) / kAnswers; }

GaugePlace gauge_place(double width) {
  const double radius = std::min(kMostRadius, (width - 20) / 2.42);
  return {{width / 2, radius * 1.42}, radius};
}

Figure gauge_figure(FigureSource source, GaugeParts parts) {
  return [source, parts](Pen& pen, double width) {
    const GaugePlace place = gauge_place(width);
    const CustomersVoice& voice = source.debrief.voice;
    draw_ring(pen, place, voice.recommend);
    if (voice.predicted) draw_prediction(pen, place, *voice.predicted);
    if (voice.recommend && parts.needle) draw_needle(pen, place, *voice.recommend);
    double y = place.centre.y + place.radius * 0.2;
    if (voice.predicted) {
      pen.text(
          source.words.text("figure.predicted", {{"answer", fmt::format("{}", *voice.predicted)}}),
          {width / 2, y + 12}, Type{12.5, 600, kViolet, Align::centre});
      y += 20;
    }
    return parts.legend ? y + draw_legend(pen, source, width, y) : y;
  };
}

}  // namespace mot::report
