#include "engine/report/figure_parts.h"

#include <array>

#include "engine/customer/satisfaction.h"

namespace mot::report {

Ink ink_of(MomentLabel label) {
  switch (label) {
    case MomentLabel::misery: return kDetractor;
    case MomentLabel::neutral: return kPassive;
    case MomentLabel::magic: return kBlue;
    case MomentLabel::none: break;
  }
  return kInk2;
}

Ink ink_on(MomentLabel label) { return label == MomentLabel::neutral ? kInk : kPaper; }

void draw_marker(Pen& pen, Point centre, double radius, MomentLabel label, std::size_t choice) {
  const Ink fill = ink_of(label);
  const auto diamond = [&](double r, Ink ink) {
    const std::array points{Point{centre.x, centre.y - r}, Point{centre.x + r, centre.y},
                            Point{centre.x, centre.y + r}, Point{centre.x - r, centre.y}};
    pen.polygon(points, ink);
  };
  const double half = radius * 0.92;
  switch (label) {
    case MomentLabel::misery:
      diamond(radius * 1.3 + 2.5, kPaper);
      diamond(radius * 1.3, fill);
      break;
    case MomentLabel::neutral:
      pen.fill_rounded({centre.x - half - 2, centre.y - half - 2, 2 * half + 4, 2 * half + 4},
                       radius * 0.4, kPaper);
      pen.fill_rounded({centre.x - half, centre.y - half, 2 * half, 2 * half}, radius * 0.3, fill);
      break;
    case MomentLabel::magic:
    case MomentLabel::none:
      pen.circle(centre, radius + 2, kPaper);
      pen.circle(centre, radius, fill);
      break;
  }
  constexpr double kLeastForNumber = 7;
  if (radius < kLeastForNumber) return;
  const std::string number = std::to_string(choice + 1);
  const double size = number.size() > 2 ? radius * 0.9 : radius * 1.2;
  pen.text(number, {centre.x, centre.y + size * 0.36}, {size, 700, ink_on(label), Align::centre});
}

Ink ink_of_answer(int answer) {
  switch (category_of(answer)) {
    case Category::promoter: return kBlue;
    case Category::passive: return kPassive;
    case Category::detractor: break;
  }
  return kDetractor;
}

double draw_pill(Pen& pen, Point centre, const std::string& text, Ink ground, Ink ink) {
  const Type type{11.5, 700, ink, Align::centre};
  const double width = pen.width_of(text, type) + 16;
  pen.fill_rounded({centre.x - width / 2, centre.y - 10, width, 20}, 10, ground);
  pen.text(text, {centre.x, centre.y + 4.2}, type);
  return width;
}

double legend_width(const Pen& pen, const std::string& text) {
  return pen.width_of(text, kSmall) + 44;
}

}  // namespace mot::report
