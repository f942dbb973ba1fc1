#include "game/screens/survey_panel.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "engine/customer/satisfaction.h"
#include "engine/report/figures.h"
#include "game/screens/labels.h"
#include "game/screens/page.h"
#include "game/screens/recommend_gauge.h"

namespace mot {
namespace {

constexpr float kPadding = 24;
constexpr float kLegend = 118;  // from the right edge
constexpr float kGaugeWidth = 262;

// A name and a number in a box: below one another where that is narrow, else side by side.
void draw_number(Canvas& canvas, Rect box, const std::string& name, const std::string& value) {
  constexpr float kNarrow = 200;
  canvas.rounded(box, 12, theme::kSand);
  TextStyle style{theme::kSmallest.weighing(500), theme::kInk2};
  TextStyle number{theme::kCardTitle.sized(16)};
  if (box.w < kNarrow) {
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

// The last attempt's answer and this one's, else satisfaction.
float draw_numbers(Canvas& canvas, Rect box, const PlayDebrief& told, const UiStrings& words) {
  const CustomersVoice& voice = told.debrief().voice;
  if (!voice.satisfaction) {
    return 0;
  }
  const auto& others = told.others();
  if (!others.empty() && others.front().card.recommend && voice.recommend) {
    draw_number(canvas, box, words.text("debrief.last-try"),
                fmt::format("{} → {}", *others.front().card.recommend, *voice.recommend));
  } else {
    const long share = std::lround(csat(*voice.satisfaction / 100.0));
    draw_number(canvas, box, words.text("debrief.satisfaction-short"),
                words.text("debrief.of-hundred", {{"value", std::to_string(share)}}));
  }
  return box.h;
}

// Beside the gauge where the names are short enough, else below it; returns the end.
float draw_legend(Canvas& canvas,
                  Rect box,
                  float beside,
                  float below,
                  const PlayDebrief& told,
                  const UiStrings& words) {
  const Titles titles{capitalised(words.text("category.promoter")),
                      capitalised(words.text("category.passive")),
                      capitalised(words.text("category.detractor"))};
  const bool narrow = legend_is_narrow(canvas, kLegend - 14, titles);
  Rect at = narrow ? Rect{box.right() - kLegend, beside, kLegend - 14, 46}
                   : Rect{box.x + kPadding, below, box.w - 2 * kPadding, 46};
  at.y += draw_category_legend(canvas, at, titles, told.debrief().voice.category, narrow);
  at.y += draw_numbers(canvas, at, told, words);
  return at.y;
}

float draw_gauge(Canvas& canvas,
                 Vec at,
                 const PlayDebrief& told,
                 FigurePictures& figures,
                 float text_size,
                 float needle) {
  const report::Figure gauge =
      report::gauge_figure(told.figures(), {.needle = false, .legend = false});
  const float height = figures.draw(canvas, "gauge", gauge, at, kGaugeWidth, text_size);
  if (told.debrief().voice.recommend) {
    const float zoom = figure_zoom(kGaugeWidth, text_size);
    const report::GaugePlace place = report::gauge_place(static_cast<double>(kGaugeWidth / zoom));
    const Vec centre =
        at + Vec{static_cast<float>(place.centre.x), static_cast<float>(place.centre.y)} * zoom;
    draw_gauge_needle(canvas, centre, static_cast<float>(place.radius) * zoom, needle);
  }
  return height;
}

}  // namespace

float draw_survey_panel(Canvas& canvas,
                        Rect box,
                        const PlayDebrief& told,
                        FigurePictures& figures,
                        const UiStrings& words,
                        float text_size,
                        float needle) {
  const Debrief& debrief = told.debrief();
  const CustomersVoice& voice = debrief.voice;
  canvas.panel(box, 20, theme::kPaper, 1);
  const float x = box.x + kPadding;
  const float inner = box.w - 2 * kPadding;
  float y = box.y + 16;
  y += draw_block(canvas, words.text("debrief.gauge", {{"name", debrief.head.customer}}), {x, y},
                  inner, {theme::kPanelTitle.sized(18)});
  const float gauge =
      y + 6 + draw_gauge(canvas, {box.x + 12, y + 6}, told, figures, text_size, needle);
  const float legend = draw_legend(canvas, box, y + 10, gauge, told, words);
  y = std::max(gauge, legend + 8);
  if (!voice.comment.empty()) {
    y += draw_block(canvas, words.text("debrief.survey", {{"text", voice.comment}}), {x, y}, inner,
                    {theme::kBody.weighing(500)}) +
         6;
  }
  y += draw_block(canvas, voice.prediction_text, {x, y}, inner, {theme::kBody, theme::kViolet});
  const bool answered = voice.recommend.has_value();
  y += draw_block(canvas, words.text(answered ? "debrief.simulated" : "debrief.no-answer"), {x, y},
                  inner, {answered ? theme::kSmallest : theme::kBody, theme::kInk2});
  return y + 14 - box.y;
}

}  // namespace mot
