#include "game/screens/survey_panel.h"

#include <array>

#include "game/screens/labels.h"
#include "game/screens/page.h"
#include "game/screens/recommend_gauge.h"

namespace mot {
namespace {

constexpr float kPadding = 24;
constexpr float kLegend = 118;  // from the right edge

void draw_satisfaction(Canvas& canvas, Rect box, int csat, const UiStrings& words) {
  canvas.rounded(box, 12, theme::kSand);
  TextStyle style{theme::kSmallest.weighing(500), theme::kInk2};
  style.align = Align::centre;
  canvas.text(words.text("debrief.satisfaction-short"), {box.centre().x, box.y + 18}, style);
  TextStyle number{theme::kCardTitle.sized(16)};
  number.align = Align::centre;
  canvas.text(words.text("debrief.of-hundred", {{"value", std::to_string(csat)}}),
              {box.centre().x, box.y + 37}, number);
}

void draw_legend(Canvas& canvas, Vec at, const DebriefContents& contents, const UiStrings& words) {
  const std::array titles{capitalised(words.text("category.promoter")),
                          capitalised(words.text("category.passive")),
                          capitalised(words.text("category.detractor"))};
  const float h =
      draw_category_legend(canvas, {at.x, at.y, kLegend - 14, 0}, titles, contents.category);
  if (contents.csat) {
    draw_satisfaction(canvas, {at.x, at.y + h, kLegend - 14, 46}, *contents.csat, words);
  }
}

}  // namespace

float draw_survey_panel(Canvas& canvas,
                        Rect box,
                        const DebriefContents& contents,
                        const UiStrings& words,
                        float needle) {
  canvas.panel(box, 20, theme::kPaper, 1);
  const float x = box.x + kPadding;
  const float inner = box.w - 2 * kPadding;
  float y = box.y + 16;
  y += draw_block(canvas, words.text("debrief.gauge", {{"name", contents.customer}}), {x, y}, inner,
                  {theme::kPanelTitle.sized(18)});
  const Vec centre{box.x + 146, y + 154};
  draw_recommend_gauge(canvas, centre, contents.recommend, needle);
  draw_legend(canvas, {box.right() - kLegend, y + 10}, contents, words);
  y = centre.y + 26;
  if (!contents.verbatim.empty()) {
    y += draw_block(canvas, words.text("debrief.survey"), {x, y}, inner,
                    {theme::kCaption, theme::kInk2}) +
         2;
    y += draw_block(canvas, quoted(contents.verbatim, words), {x, y}, inner,
                    {theme::kBody.weighing(500)}) +
         6;
  }
  if (contents.recommend) {
    y += draw_block(canvas, words.text("debrief.simulated"), {x, y}, inner,
                    {theme::kSmallest, theme::kInk2});
  } else {
    y += draw_block(canvas, words.text("debrief.no-answer"), {x, y}, inner,
                    {theme::kBody, theme::kInk2});
  }
  return y + 14 - box.y;
}

}  // namespace mot
