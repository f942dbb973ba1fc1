#include "game/screens/moment_marker.h"

#include <algorithm>
#include <array>
#include <string>

namespace mot {

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

}  // namespace mot
