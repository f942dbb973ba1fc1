#include "game/screens/recommend_gauge.h"

#include <algorithm>
#include <cmath>

#include "engine/customer/satisfaction.h"

namespace mot {
namespace {

constexpr int kAnswers = 11;
constexpr float kOuter = 100;
constexpr float kInner = 76;
constexpr float kGrow = 7;       // the answer's piece stands out by so much, inwards by half
constexpr float kNumbers = 121;  // radius the numbers stand on
constexpr float kNeedleLength = 64;
constexpr float kTurn = 6.2831853F;
constexpr float kLegendText = 34;  // from a row's left edge

// Half a turn, from the left over the top to the right.
float turn_of(float answer) { return -0.25F + 0.5F * (answer + 0.5F) / kAnswers; }

Vec on_circle(Vec centre, float radius, float turn) {
  return {centre.x + radius * std::sin(turn * kTurn), centre.y - radius * std::cos(turn * kTurn)};
}

void draw_piece(Canvas& canvas, Vec centre, int answer, bool chosen, bool pale) {
  const Colour colour = look_of(category_of(answer)).colour;
  // Wider gaps between the categories, so that colour is not needed to tell them apart.
  const bool first = answer == 7 || answer == 9;
  const bool last = answer == 6 || answer == 8;
  const float half = 0.25F / kAnswers;
  const float from = turn_of(static_cast<float>(answer)) - half + (first ? 0.006F : 0.002F);
  const float to = turn_of(static_cast<float>(answer)) + half - (last ? 0.006F : 0.002F);
  const Colour fill = mixed(theme::kPaper, colour, chosen ? 1.F : pale ? 0.3F : 0.7F);
  canvas.segment(centre, chosen ? kInner - kGrow / 2 : kInner, chosen ? kOuter + kGrow : kOuter,
                 from, to, fill);
}

void draw_number(Canvas& canvas, Vec centre, int answer, bool chosen) {
  const Vec at = on_circle(centre, kNumbers, turn_of(static_cast<float>(answer)));
  const theme::Type usual = theme::kLabel.weighing(500);
  TextStyle style{chosen ? theme::kCardTitle : usual, chosen ? theme::kInk : theme::kInk2};
  style.align = Align::centre;
  canvas.text(std::to_string(answer), {at.x, at.y + 5}, style);
}

void draw_needle(Canvas& canvas, Vec centre, float needle) {
  const float turn = turn_of(needle);
  const std::array points{on_circle(centre, 7, turn - 0.25F),
                          on_circle(centre, kNeedleLength, turn),
                          on_circle(centre, 7, turn + 0.25F)};
  canvas.polygon(points, theme::kInk);
  canvas.circle(centre, 11, theme::kInk);
  canvas.circle(centre, 4, theme::kPaper);
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

void draw_recommend_gauge(Canvas& canvas, Vec centre, std::optional<int> answer, float needle) {
  for (int k = 0; k < kAnswers; ++k) {
    draw_piece(canvas, centre, k, answer == k, !answer);
    draw_number(canvas, centre, k, answer == k);
  }
  if (answer) {
    draw_needle(canvas, centre, needle);
  }
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
