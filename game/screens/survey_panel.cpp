#include "game/screens/survey_panel.h"

#include <fmt/format.h>

#include <algorithm>

#include "game/screens/labels.h"
#include "game/screens/page.h"
#include "game/screens/recommend_gauge.h"

namespace mot {
namespace {

constexpr float kPadding = 24;
constexpr float kLegend = 118;  // from the right edge

constexpr float kFigureHeight = 46;

// A figure in a box: below its name where that is narrow, else beside it.
void draw_figure(Canvas& canvas,
                 Rect box,
                 const char* key,
                 int figure,
                 const UiStrings& words,
                 bool narrow) {
  canvas.rounded(box, 12, theme::kSand);
  TextStyle style{theme::kSmallest.weighing(500), theme::kInk2};
  TextStyle number{theme::kCardTitle.sized(16)};
  const std::string& name = words.text(key);
  const std::string value = words.text("debrief.of-hundred", {{"value", std::to_string(figure)}});
  if (narrow) {
    style.align = Align::centre;
    number.align = Align::centre;
    canvas.text(name, {box.centre().x, box.y + 18}, style);
    canvas.text(value, {box.centre().x, box.y + 37}, number);
  } else {
    number.align = Align::right;
    canvas.paragraph(name, {box.x + 16, box.y, box.w, box.h}, style);
    canvas.paragraph(value, {box.x, box.y, box.w - 16, box.h}, number);
  }
}

// Beside the gauge where the names are short enough, else below it; returns the end.
float draw_legend(Canvas& canvas,
                  Rect box,
                  float beside,
                  float below,
                  const DebriefContents& contents,
                  const UiStrings& words) {
  const Titles titles{capitalised(words.text("category.promoter")),
                      capitalised(words.text("category.passive")),
                      capitalised(words.text("category.detractor"))};
  const bool narrow = legend_is_narrow(canvas, kLegend - 14, titles);
  Rect at = narrow ? Rect{box.right() - kLegend, beside, kLegend - 14, kFigureHeight}
                   : Rect{box.x + kPadding, below, box.w - 2 * kPadding, kFigureHeight};
  at.y += draw_category_legend(canvas, at, titles, contents.category, narrow);
  if (contents.csat) {
    draw_figure(canvas, at, "debrief.satisfaction-short", *contents.csat, words, narrow);
    at.y += at.h;
  }
  if (contents.score) {
    at.y += 8;
    draw_figure(canvas, at, "debrief.score", *contents.score, words, narrow);
    at.y += at.h;
  }
  return at.y;
}

}  // namespace

float draw_survey_panel(Canvas& canvas,
                        Rect box,
                        const DebriefContents& contents,
                        const std::string& about_best,
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
  const float legend = draw_legend(canvas, box, y + 10, centre.y + 26, contents, words);
  y = std::max(centre.y + 26, legend + 8);
  if (!contents.verbatim.empty()) {
    y += draw_block(canvas, words.text("debrief.survey", {{"text", contents.verbatim}}), {x, y},
                    inner, {theme::kBody.weighing(500)}) +
         6;
  }
  if (contents.best && contents.worst) {
    y +=
        draw_block(canvas,
                   words.text("debrief.range", {{"best", fmt::format("{:.2f}", *contents.best)},
                                                {"worst", fmt::format("{:.2f}", *contents.worst)}}),
                   {x, y}, inner, {theme::kCaption, theme::kInk2});
  } else {
    y += draw_block(canvas, about_best, {x, y}, inner, {theme::kCaption, theme::kInk2});
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
