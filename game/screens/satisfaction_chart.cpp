#include "game/screens/satisfaction_chart.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace mot {
namespace {

constexpr Colour kBandWarm = rgb(0xF8F1E6);
constexpr Colour kBandCool = rgb(0xF1F6F4);
constexpr Colour kGrid = rgb(0xDDD0BC);
constexpr float kBandGap = 4;
constexpr float kBandIcon = 30;  // a band's icon and its margins
constexpr float kLeastSpacing = 12;
constexpr float kPop = 24;  // a marker has its full size when the line is so far past it
constexpr int kSteps = 16;  // pieces of a curve between two choices
constexpr float kBestWidth = 2;
constexpr theme::Type kMarks = theme::kCaption;
constexpr theme::Type kBandTitle = theme::kCaption.weighing(600);

// Where everything lies.
struct Layout {
  Rect plot;                  // from 100 down to 0
  float header = 22;          // room for the stages' titles above 100
  std::vector<Rect> bands;    // titles included
  std::vector<float> places;  // x of each choice
  bool wraps = false;         // titles on two lines
};

float level(const Layout& layout, float percent) {
  return layout.plot.bottom() - layout.plot.h * std::clamp(percent, 0.F, 100.F) / 100;
}
float mood_level(const Layout& layout, float mood) { return level(layout, (mood + 100) / 2); }

int count_in(const SatisfactionChart& chart, int band) {
  return static_cast<int>(
      std::count_if(chart.points.begin(), chart.points.end(),
                    [band](const ChartPoint& point) { return point.band == band; }));
}

// Each band gets what its title or its markers need, the rest is shared by the number of choices.
std::vector<float> band_widths(Canvas& canvas,
                               const SatisfactionChart& chart,
                               float room,
                               bool& wraps) {
  std::vector<float> needed;
  float total = 0;
  int choices = 0;
  for (std::size_t i = 0; i < chart.bands.size(); ++i) {
    const int count = count_in(chart, static_cast<int>(i));
    const float title = canvas.text_width(chart.bands[i].title, kBandTitle) + kBandIcon + 10;
    needed.push_back(std::max(title, kLeastSpacing * static_cast<float>(count)) + kBandGap);
    total += needed.back();
    choices += count;
  }
  wraps = total > room;
  for (std::size_t i = 0; i < needed.size(); ++i) {
    const float share = static_cast<float>(count_in(chart, static_cast<int>(i))) /
                        static_cast<float>(std::max(1, choices));
    needed[i] = wraps ? needed[i] * room / total : needed[i] + (room - total) * share;
  }
  return needed;
}

void place_in_bands(Canvas& canvas, const SatisfactionChart& chart, Layout& layout) {
  const std::vector<float> widths = band_widths(canvas, chart, layout.plot.w, layout.wraps);
  float x = layout.plot.x;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    layout.bands.push_back({x, layout.plot.y, widths[i] - kBandGap, layout.plot.h});
    x += widths[i];
  }
  std::vector<int> seen(widths.size(), 0);
  for (const ChartPoint& point : chart.points) {
    const auto band = static_cast<std::size_t>(std::max(0, point.band));
    const float step =
        layout.bands[band].w / static_cast<float>(std::max(1, count_in(chart, point.band)));
    layout.places.push_back(layout.bands[band].x +
                            step * (static_cast<float>(seen[band]++) + 0.5F));
  }
}

void place_evenly(const SatisfactionChart& chart, Layout& layout) {
  const float step =
      layout.plot.w / static_cast<float>(std::max<std::size_t>(1, chart.points.size()));
  for (std::size_t i = 0; i < chart.points.size(); ++i) {
    layout.places.push_back(layout.plot.x + step * (static_cast<float>(i) + 0.5F));
  }
}

Layout lay_out_chart(Canvas& canvas, Rect box, const SatisfactionChart& chart) {
  Layout layout;
  const float left = canvas.text_width("100", kMarks) + 8;
  const float right = canvas.text_width("+100", kMarks) + 10;
  layout.plot = {box.x + left, box.y, box.w - left - right, box.h};
  if (chart.bands.empty()) {
    place_evenly(chart, layout);
  } else {
    place_in_bands(canvas, chart, layout);
  }
  const float line = std::max(18.F, canvas.measure("A", {kBandTitle}).height);
  layout.header = chart.bands.empty() ? 8.F : layout.wraps ? 2 * line + 14 : line + 20;
  layout.plot.y += layout.header;
  layout.plot.h -= layout.header;
  for (Rect& band : layout.bands) {
    band.h = layout.plot.bottom() - band.y;
  }
  return layout;
}

void draw_bands(Canvas& canvas, const Layout& layout, const SatisfactionChart& chart) {
  for (std::size_t i = 0; i < layout.bands.size(); ++i) {
    const Rect& band = layout.bands[i];
    canvas.rounded(band, 10, i % 2 == 0 ? kBandWarm : kBandCool);
    canvas.icon(chart.bands[i].icon, {band.x + 8, band.y + 5}, {16, theme::kInk2, 2});
    TextStyle style{kBandTitle, theme::kInk2};
    style.width = band.w - kBandIcon - 4;
    style.max_lines = layout.wraps ? 2 : 1;
    canvas.paragraph(chart.bands[i].title,
                     {band.x + kBandIcon, band.y + 3, style.width, layout.header - 18}, style,
                     !layout.wraps);
  }
}

void draw_axes(Canvas& canvas, const Layout& layout) {
  constexpr std::array<std::pair<int, const char*>, 3> kLevels{
      {{0, "−100"}, {50, "0"}, {100, "+100"}}};
  for (const auto& [percent, mood] : kLevels) {
    const float y = std::round(level(layout, static_cast<float>(percent)));
    canvas.rect({layout.plot.x, y, layout.plot.w, 1}, kGrid);
    TextStyle left{kMarks, theme::kInk2};
    left.align = Align::right;
    canvas.text(std::to_string(percent), {layout.plot.x - 8, y + 5}, left);
    canvas.text(mood, {layout.plot.right() + 6, y + 5}, {kMarks, theme::kViolet});
  }
}

// Flat at every choice, so that the line never shows more or less than was measured.
std::vector<Vec> curve_through(const std::vector<Vec>& knots) {
  std::vector<Vec> out;
  for (std::size_t i = 0; i + 1 < knots.size(); ++i) {
    const Vec a = knots[i];
    const Vec b = knots[i + 1];
    for (int k = 0; k < kSteps; ++k) {
      const float t = static_cast<float>(k) / kSteps;
      const float s = t * t * (3 - 2 * t);
      out.push_back({a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * s});
    }
  }
  if (!knots.empty()) {
    out.push_back(knots.back());
  }
  return out;
}

std::vector<Vec> up_to(const std::vector<Vec>& curve, float x) {
  std::vector<Vec> out;
  for (const Vec& p : curve) {
    if (p.x <= x) {
      out.push_back(p);
    }
  }
  return out;
}

// Where a choice of the best play lies, which may be between two that were played.
float place_of(const Layout& layout, float place) {
  const auto before = static_cast<std::size_t>(std::max(0.F, place));
  if (before + 1 >= layout.places.size()) {
    return layout.places.back();
  }
  const float x = layout.places[before];
  return x + (layout.places[before + 1] - x) * (place - static_cast<float>(before));
}

void draw_best_path(Canvas& canvas,
                    const Layout& layout,
                    const SatisfactionChart& chart,
                    float edge) {
  std::vector<Vec> knots;
  for (const BestPathPoint& point : chart.best) {
    if (point.satisfaction && !layout.places.empty()) {
      knots.push_back({place_of(layout, point.place), level(layout, *point.satisfaction)});
    }
  }
  const std::vector<Vec> line = up_to(curve_through(knots), edge);
  if (line.size() > 1) {
    canvas.dashed(line, kBestWidth, 6, 5, theme::kInk2);
  }
}

void draw_lines(Canvas& canvas, const Layout& layout, const SatisfactionChart& chart, float edge) {
  std::vector<Vec> satisfaction;
  std::vector<Vec> mood{{layout.plot.x, mood_level(layout, chart.start_mood)}};
  for (std::size_t i = 0; i < chart.points.size(); ++i) {
    const ChartPoint& point = chart.points[i];
    mood.push_back({layout.places[i], mood_level(layout, point.mood)});
    if (point.satisfaction) {
      satisfaction.push_back({layout.places[i], level(layout, *point.satisfaction)});
    }
  }
  const std::vector<Vec> line = up_to(curve_through(satisfaction), edge);
  canvas.area(line, layout.plot.bottom(), faded(theme::kTeal, 0.20F), faded(theme::kTeal, 0.02F));
  draw_best_path(canvas, layout, chart, edge);
  const std::vector<Vec> feeling = up_to(curve_through(mood), edge);
  if (feeling.size() > 1) {
    canvas.polyline(feeling, 2.2F, mixed(theme::kViolet, theme::kPaper, 0.15F));
  }
  if (line.size() > 1) {
    canvas.polyline(line, 4, theme::kTeal);
  }
}

// The markers' radius: as the look has it, less where choices are many.
float marker_radius(const Layout& layout) {
  float least = 100;
  for (std::size_t i = 1; i < layout.places.size(); ++i) {
    least = std::min(least, layout.places[i] - layout.places[i - 1]);
  }
  return std::clamp(least / 2 - 2.5F, 3.F, 11.5F);
}

void draw_turning_point(Canvas& canvas,
                        const Layout& layout,
                        const SatisfactionChart& chart,
                        Vec at,
                        float radius) {
  const std::array drop{Vec{at.x, at.y + radius + 6}, Vec{at.x, layout.plot.bottom()}};
  if (drop[0].y < drop[1].y) {
    canvas.dashed(drop, 2, 3, 5, theme::kDetractor);
  }
  const theme::Type type = theme::kCaption.weighing(700);
  const float w = canvas.text_width(chart.turning_text, type) + 24;
  const float x = std::clamp(at.x - w / 2, layout.plot.x, layout.plot.right() - w);
  float y = at.y - radius - 38;
  if (y < layout.plot.y + 2) {
    y = at.y + radius + 10;
  }
  canvas.pill({x, y, w, 28}, theme::kDetractor);
  TextStyle style{type, theme::kPaper};
  style.align = Align::centre;
  canvas.text(chart.turning_text, {x + w / 2, y + 19}, style);
}

}  // namespace

Colour colour_of(MomentLabel label) {
  switch (label) {
    case MomentLabel::misery: return theme::kDetractor;
    case MomentLabel::neutral: return theme::kPassive;
    case MomentLabel::magic: return theme::kPromoter;
    case MomentLabel::none: break;
  }
  return theme::kInk3;
}

Colour ink_on(MomentLabel label) {
  return label == MomentLabel::neutral ? theme::kInk : theme::kPaper;
}

void draw_marker(Canvas& canvas, Vec centre, float radius, MomentLabel label, int number) {
  const Colour fill = colour_of(label);
  const auto diamond = [&](float r) {
    const std::array points{Vec{centre.x, centre.y - r}, Vec{centre.x + r, centre.y},
                            Vec{centre.x, centre.y + r}, Vec{centre.x - r, centre.y}};
    canvas.polygon(points, fill);
  };
  switch (label) {
    case MomentLabel::misery: diamond(radius * 1.28F); break;
    case MomentLabel::neutral: {
      const float half = radius * 0.92F;
      canvas.rounded({centre.x - half, centre.y - half, 2 * half, 2 * half}, radius * 0.3F, fill);
      break;
    }
    case MomentLabel::magic:
    case MomentLabel::none: canvas.circle(centre, radius, fill); break;
  }
  if (radius < 8) {
    return;
  }
  // The number has to fit its marker, whatever the reader's text size.
  const theme::Type usual = theme::kCaption.weighing(700);
  const float enlarged = std::max(1.F, canvas.measure("0", {usual}).size / usual.size);
  TextStyle style{usual.sized((number < 100 ? 13.F : 10.F) / enlarged), ink_on(label)};
  style.align = Align::centre;
  canvas.text(std::to_string(number), {centre.x, centre.y + 4.7F}, style);
}

std::vector<Rect> draw_satisfaction_chart(Canvas& canvas,
                                          Rect box,
                                          const SatisfactionChart& chart,
                                          float grown,
                                          int selected) {
  const Layout layout = lay_out_chart(canvas, box, chart);
  draw_bands(canvas, layout, chart);
  draw_axes(canvas, layout);
  const float last = layout.places.empty() ? layout.plot.x : layout.places.back();
  const float edge = layout.plot.x + (last - layout.plot.x + kPop) * grown;
  draw_lines(canvas, layout, chart, edge);
  const float usual = marker_radius(layout);
  std::vector<Rect> places;
  for (std::size_t i = 0; i < chart.points.size(); ++i) {
    const ChartPoint& point = chart.points[i];
    // A choice before anything was at stake has no satisfaction: its dot lies on the mood.
    const Vec at{layout.places[i], point.satisfaction ? level(layout, *point.satisfaction)
                                                      : mood_level(layout, point.mood)};
    const bool chosen = static_cast<int>(i) == selected;
    const float radius =
        usual + (chosen ? 2.5F : 0.F) - (point.label == MomentLabel::none ? 2.F : 0.F);
    places.push_back({at.x - radius - 3, at.y - radius - 3, 2 * radius + 6, 2 * radius + 6});
    const float pop = std::clamp((edge - at.x) / kPop * 0.4F + 0.6F, 0.F, 1.F);
    if (at.x > edge) {
      continue;
    }
    if (static_cast<int>(i) == chart.turning_point) {
      draw_turning_point(canvas, layout, chart, at, usual + 2.5F);
    }
    canvas.circle(at, (radius + (point.label == MomentLabel::misery ? 5.F : 2.5F)) * pop,
                  theme::kPaper);
    if (chosen) {
      canvas.ring(at, radius + 5.5F, 2.5F, theme::kInk);
    }
    draw_marker(canvas, at, radius * pop, point.label, static_cast<int>(i) + 1);
  }
  return places;
}

}  // namespace mot
