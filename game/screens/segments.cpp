#include "game/screens/segments.h"

#include <algorithm>

namespace mot {
namespace {

constexpr float kHeight = 40;
constexpr float kPadding = 18;
constexpr float kLeastPadding = 6;
constexpr float kInset = 3;
constexpr theme::Type kText = theme::kLabel.growing(1.6F);

}  // namespace

float segments_width(Canvas& canvas, const std::vector<Segment>& segments) {
  float width = 2 * kInset;
  for (const Segment& segment : segments) {
    width += canvas.text_width(segment.label, kText) + 2 * kPadding;
  }
  return width;
}

Rect draw_segments(Canvas& canvas,
                   Ui& ui,
                   Vec left_top,
                   const std::vector<Segment>& segments,
                   std::size_t chosen,
                   float most) {
  const float wished = segments_width(canvas, segments);
  const float sides = 2 * static_cast<float>(std::max<std::size_t>(1, segments.size()));
  const float padding = std::max(kLeastPadding, kPadding - std::max(0.F, wished - most) / sides);
  const Rect whole{left_top.x, left_top.y, wished - (kPadding - padding) * sides, kHeight};
  canvas.pill(whole, theme::kSand);
  float x = whole.x + kInset;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const float w = canvas.text_width(segments[i].label, kText) + 2 * padding;
    const Rect box{x, whole.y + kInset, w, kHeight - 2 * kInset};
    const ControlState state = ui.place(canvas, segments[i].id, box, box.h / 2);
    if (i == chosen) {
      ui.mark_chosen();
      canvas.pill(box, theme::kTeal);
    } else if (state.hover > 0) {
      canvas.pill(box, faded(theme::kLine, state.hover));
    }
    canvas.paragraph(segments[i].label, {box.x + padding, box.y, w, box.h},
                     {kText, i == chosen ? theme::kPaper : theme::kInk});
    x += w;
  }
  return whole;
}

}  // namespace mot
