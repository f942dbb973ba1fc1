#include "game/screens/debrief_timeline.h"

#include <string>

#include "engine/report/figures.h"
#include "game/screens/page.h"

namespace mot {
namespace {

constexpr double kPlotHeight = 100;
constexpr float kMarker = 14;

Vec vec_of(report::Point point) {
  return {static_cast<float>(point.x), static_cast<float>(point.y)};
}

void place_markers(const DebriefInk& ink,
                   Vec at,
                   float width,
                   const PlayDebrief& told,
                   bool ringed,
                   std::size_t picked) {
  const report::TimelineParts parts{true, true, true, kPlotHeight};
  const float zoom = figure_zoom(width, ink.text_size);
  const auto inner = static_cast<double>(width / zoom);
  const auto markers = report::timeline_markers(told.figures(), parts, inner);
  for (std::size_t i = 0; i < markers.size(); ++i) {
    const Vec centre = at + vec_of(markers[i]) * zoom;
    const float radius = kMarker * zoom;
    if (ringed && i == picked) {
      ink.canvas.ring(centre, radius + 3, 2.5F, theme::kInk);
    }
    ink.ui.place(ink.canvas, "marker-" + std::to_string(i + 1),
                 {centre.x - radius, centre.y - radius, 2 * radius, 2 * radius}, radius);
  }
}

}  // namespace

float draw_timeline(const DebriefInk& ink,
                    Vec at,
                    float width,
                    const PlayDebrief& told,
                    float grown,
                    std::size_t picked) {
  if (told.debrief().moments.empty()) {
    return draw_block(ink.canvas, ink.words.text("debrief.no-choice"), at, width,
                      {theme::kBody, theme::kInk2});
  }
  const auto part = [&](const char* name, bool ground, bool lines, bool markers) {
    const report::TimelineParts parts{ground, lines, markers, kPlotHeight};
    return ink.figures.draw(ink.canvas, name, report::timeline_figure(told.figures(), parts), at,
                            width, ink.text_size);
  };
  const float height = part("ground", true, false, false);
  ink.canvas.push();
  ink.canvas.clip({at.x, at.y, width * grown, height});
  part("lines", false, true, false);
  part("markers", false, false, true);
  ink.canvas.pop();
  place_markers(ink, at, width, told, grown >= 1, picked);
  return height;
}

}  // namespace mot
