#include "game/screens/recommend_gauge.h"

#include <algorithm>
#include <cmath>

#include "engine/report/figures.h"

namespace mot {
namespace {

constexpr float kTurn = 6.2831853F;
constexpr float kLegendText = 34;  // from a row's left edge

Vec on_circle(Vec centre, float radius, float turn) {
  return {centre.x + radius * std::sin(turn * kTurn), centre.y - radius * std::cos(turn * kTurn)};
}

}  // namespace

CategoryLook look_of(Category category) {
  switch (category) {
    case Category::promoter: return {theme::kPromoter, theme::kPaper, theme::kBlue50, "up"};
    case Category::passive: return {theme::kPassive, theme::kInk, theme::kAmber50, "minus"};
    case Category::detractor: break;
  }
  return {theme::kDetractor, theme::kPaper, theme::kCoral50, "down"};
}

void draw_gauge_needle(Canvas& canvas, Vec centre, float radius, float needle) {
  const auto turn = static_cast<float>(report::GaugePlace::turn_of(static_cast<double>(needle)));
  const std::array points{on_circle(centre, radius * 0.07F, turn - 0.25F),
                          on_circle(centre, radius * 0.64F, turn),
                          on_circle(centre, radius * 0.07F, turn + 0.25F)};
  canvas.polygon(points, theme::kInk);
  canvas.circle(centre, radius * 0.11F, theme::kInk);
  canvas.circle(centre, radius * 0.04F, theme::kPaper);
}

bool legend_is_narrow(Canvas& canvas, float width, const Titles& titles) {
  const auto fits = [&](const std::string& title) {
    return canvas.text_width(title, theme::kSmallest.weighing(700)) <= width - kLegendText - 4;
  };
  return std::all_of(titles.begin(), titles.end(), fits);
}

float draw_category_legend(Canvas& canvas,
                           Rect box,
                           const Titles& titles,
                           std::optional<Category> chosen,
                           bool narrow) {
  constexpr std::array kRanges{"9–10", "7–8", "0–6"};
  constexpr float kHeight = 38;
  constexpr float kStep = 44;
  for (std::size_t i = 0; i < kCategories; ++i) {
    const auto category = static_cast<Category>(i);
    const CategoryLook look = look_of(category);
    const bool framed = chosen == category;
    const Rect row{box.x, box.y + kStep * static_cast<float>(i), box.w, kHeight};
    if (framed) {
      canvas.rounded(row, 12, look.tint);
      canvas.border(row, 12, 2, look.colour);
    }
    canvas.circle({row.x + 18, row.y + kHeight / 2}, 10, look.colour);
    canvas.icon_centred(look.icon, {row.x + 18, row.y + kHeight / 2}, {13, look.ink, 2.6F});
    const TextStyle title{theme::kSmallest.weighing(framed ? 700 : 600)};
    TextStyle range{theme::kSmallest, theme::kInk2};
    if (narrow) {
      canvas.text(titles[i], {row.x + kLegendText, row.y + 16}, title);
      canvas.text(kRanges[i], {row.x + kLegendText, row.y + 31}, range);
    } else {
      canvas.paragraph(titles[i], {row.x + kLegendText, row.y, row.w, row.h}, title);
      range.align = Align::right;
      canvas.paragraph(kRanges[i], {row.x, row.y, row.w - 16, row.h}, range);
    }
  }
  return kStep * static_cast<float>(kCategories);
}

}  // namespace mot
