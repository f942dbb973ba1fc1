#include "game/dashboard/dashboard_details.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/utc.h"
#include "engine/customer/satisfaction.h"
#include "engine/records/cohort_rows.h"
#include "engine/report/cohort_text.h"
#include "engine/text/numbers.h"
#include "game/dashboard/trainee_rows.h"
#include "game/screens/page.h"
#include "game/screens/recommend_gauge.h"

namespace mot {
namespace {

using card::kPadding;

constexpr std::size_t kMostAttempts = 100;
constexpr theme::Type kText = theme::kLabel.weighing(500).growing(1.2F);
constexpr theme::Type kSmall = theme::kCaption.growing(1.2F);

float draw_attempt(Canvas& canvas,
                   Rect row,
                   const SummaryRow& attempt,
                   const SummaryTable& table,
                   const CohortWords& words) {
  const float y = row.centre().y;
  const std::string day =
      attempt.started == SummaryTable::kNoTime ? std::string("–") : day_of(attempt.started);
  canvas.label(day, {row.x, y}, {kText, theme::kInk2});
  draw_fitted(canvas, words.scenario(table.scenarios().text(attempt.scenario)), {row.x + 120, y},
              row.w - 400, {kText.weighing(600)});
  if (attempt.score) {
    const double score = static_cast<double>(*attempt.score) / kScoreParts;
    canvas.label(whole_text(score), {row.right() - 200, y}, aligned({kText.weighing(700)}));
  }
  if (attempt.recommend) {
    const CategoryLook look = look_of(category_of(*attempt.recommend));
    draw_chip(
        canvas, {row.right() - 150, y - 13},
        words.words.text("progress.answer", {{"answer", fmt::format("{}", *attempt.recommend)}}),
        look.colour, look.ink, look.icon);
  } else if (!attempt.complete) {
    draw_fitted(canvas, words.words.text("debrief.unfinished"), {row.right() - 150, y}, 150,
                {kSmall, theme::kInk2});
  }
  return row.h;
}

// Sums over the responses of first and of latest attempts.
struct Ends {
  std::int64_t first = 0;
  std::int64_t latest = 0;
};

float draw_response(Canvas& canvas,
                    Vec at,
                    float width,
                    const MomentSplit& moment,
                    const ResponseSplit& response,
                    const Ends& ends,
                    const std::string& said) {
  const float text = width * 0.52F;
  const float height = std::max(40.F, block_height(canvas, said, text, {kText}) + 14);
  const float y = at.y + height / 2;
  draw_block(canvas, said, {at.x, at.y + 7}, text, {kText});
  const Rect track{at.x + text + 20, y - 8, width - text - 260, 16};
  canvas.bar(track,
             static_cast<float>(response.all) /
                 static_cast<float>(std::max<std::int64_t>(1, moment.choices)),
             theme::kTeal);
  const TextStyle number{kText.weighing(700)};
  canvas.label(report::share_text(response.all, moment.choices), {at.x + width - 170, y},
               aligned(number));
  canvas.label(report::share_text(response.first, ends.first), {at.x + width - 85, y},
               aligned({kText, theme::kInk2}));
  canvas.label(report::share_text(response.latest, ends.latest), {at.x + width, y},
               aligned({kText, theme::kInk2}));
  return height;
}

float draw_moment(Canvas& canvas,
                  Vec at,
                  float width,
                  const Cohort& cohort,
                  const MomentSplit& moment,
                  const ResponseText& response,
                  const CohortWords& words) {
  float y = at.y;
  y += draw_block(canvas, words.moment(cohort.scenario, moment.moment), {at.x, y}, width - 260,
                  {theme::kCardTitle.growing(1.2F)});
  const float heading = at.y + 12;
  canvas.label(words.words.text("cohort.all"), {at.x + width - 170, heading},
               aligned({kSmall, theme::kInk2}));
  canvas.label(words.words.text("dashboard.first"), {at.x + width - 85, heading},
               aligned({kSmall, theme::kInk2}));
  canvas.label(words.words.text("dashboard.latest"), {at.x + width, heading},
               aligned({kSmall, theme::kInk2}));
  y += draw_block(canvas, report::measures_text(moment, words.words), {at.x, y + 2}, width,
                  {kSmall, theme::kInk2}) +
       8;
  Ends ends;
  for (const ResponseSplit& one : moment.responses) {
    ends.first += one.first;
    ends.latest += one.latest;
  }
  for (const ResponseSplit& one : moment.responses) {
    canvas.line({at.x, y}, {at.x + width, y}, 1, theme::kLine);
    y += draw_response(canvas, {at.x, y}, width, moment, one, ends,
                       response(moment.moment, one.response));
  }
  return y - at.y;
}

}  // namespace

std::vector<SummaryRow> attempts_of(const SummaryTable& table,
                                    const std::string& learner,
                                    CohortQuestion question) {
  question.learner = learner;
  question.counts.reset();
  std::vector<SummaryRow> own;
  for (const CohortRow& one : rows_of(table, question).rows) own.push_back(*one.row);
  std::stable_sort(own.begin(), own.end(),
                   [](const SummaryRow& a, const SummaryRow& b) { return a.started > b.started; });
  return own;
}

float draw_trainee_page(Canvas& canvas,
                        Rect place,
                        const Trainee& trainee,
                        const SummaryTable& table,
                        const std::vector<SummaryRow>& own,
                        double pass,
                        const CohortWords& words) {
  constexpr float kFigures = 132;
  constexpr float kRow = 44;
  const std::string name = trainee.name.empty() ? words.words.text("cohort.no-name") : trainee.name;
  const Vec at = draw_card(canvas, {place.x, place.y, place.w, kFigures}, name);
  canvas.label(trainee.score ? whole_text(*trainee.score) : "–", {at.x, at.y + 40},
               {theme::kBigNumber.sized(46).growing(1)});
  draw_fitted(canvas, words.words.text("dashboard.average"), {at.x, at.y + 74}, 150,
              {kSmall, theme::kInk2});
  draw_trend(canvas, {at.x + 170, at.y + 16, 260, 48}, trainee.trend, pass);
  draw_fitted(canvas, words.words.text("cohort.trend"), {at.x + 170, at.y + 74}, 260,
              {kSmall, theme::kInk2});
  const float facts = at.x + 480;
  draw_fitted(canvas,
              words.words.text("dashboard.trainee-facts",
                               {{"attempts", fmt::format("{}", trainee.attempts)},
                                {"scenarios", fmt::format("{}", trainee.scenarios)},
                                {"passed", fmt::format("{}", trainee.passed)}}),
              {facts, at.y + 24}, place.right() - facts - kPadding, {kText});
  if (!trainee.weakest_moment.empty()) {
    draw_fitted(canvas,
                words.words.text(
                    "dashboard.weakest-is",
                    {{"moment", words.moment(trainee.weakest_scenario, trainee.weakest_moment)},
                     {"scenario", words.scenario(trainee.weakest_scenario)}}),
                {facts, at.y + 52}, place.right() - facts - kPadding, {kText});
  }
  const std::size_t shown = std::min(own.size(), kMostAttempts);
  const float top = place.y + kFigures + theme::kGap;
  const std::size_t hidden = own.size() - shown;
  const float height = 60 + kRow * static_cast<float>(shown + (hidden > 0 ? 1 : 0));
  const Vec list =
      draw_card(canvas, {place.x, top, place.w, height}, words.words.text("progress.attempts"));
  float y = list.y;
  for (std::size_t i = 0; i < shown; ++i) {
    canvas.line({list.x, y}, {place.right() - kPadding, y}, 1, theme::kLine);
    y += draw_attempt(canvas, {list.x, y, place.w - 2 * kPadding, kRow}, own[i], table, words);
  }
  if (hidden > 0) {
    draw_fitted(canvas,
                words.words.text("dashboard.more-attempts", {{"count", fmt::format("{}", hidden)}}),
                {list.x, y + kRow / 2}, place.w - 2 * kPadding, {kSmall, theme::kInk2});
  }
  return top + height - place.y;
}

float draw_scenario_page(Canvas& canvas,
                         Rect place,
                         const Cohort& cohort,
                         const ResponseText& response,
                         const CohortWords& words) {
  float y = place.y + kPadding;
  const float width = place.w - 2 * kPadding;
  for (const MomentSplit& moment : cohort.moments) {
    y += draw_moment(canvas, {place.x + kPadding, y}, width, cohort, moment, response, words) + 26;
  }
  return y - place.y;
}

}  // namespace mot
