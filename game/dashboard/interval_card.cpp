#include "game/dashboard/interval_card.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/text/numbers.h"
#include "game/dashboard/dashboard_panels.h"
#include "game/screens/segments.h"

namespace mot {
namespace {

using card::kPadding;
using card::kRow;
using card::kSmall;

constexpr float kRowHeight = 29;
constexpr float kAxis = 32;  // below the rows, for its figures

// Where values of −100 … 100 lie; only as far as the intervals reach.
class Axis {
 public:
  Axis(float left, float right, const std::vector<IntervalRow>& rows) : left_(left), right_(right) {
    constexpr double kFigure = 36;  // units that one takes
    for (const IntervalRow& row : rows) {
      if (const auto interval = nps_interval(row.answers)) {
        low_ = std::min(low_, interval->low());
        high_ = std::max(high_, interval->high());
      }
    }
    const double most = std::max(2.0, std::floor(static_cast<double>(right - left) / kFigure));
    while (steps() > most && step_ < kLongestStep) step_ += kStep;
    low_ = std::floor(std::min(low_, -kStep) / step_) * step_;
    high_ = std::ceil(std::max(high_, kStep) / step_) * step_;
  }
  float x(double value) const {
    return left_ + (right_ - left_) * static_cast<float>((value - low_) / (high_ - low_));
  }
  void draw(Canvas& canvas, float top, float bottom) const {
    const int lines = static_cast<int>(std::lround((high_ - low_) / step_));
    for (int line = 0; line <= lines; ++line) {
      const double value = low_ + line * step_;
      const bool zero = value == 0;
      canvas.line({x(value), top}, {x(value), bottom}, zero ? 2.F : 1.5F,
                  zero ? theme::kLinkIdle : theme::kLine);
      canvas.label(signed_whole_text(value), {x(value), bottom + 14},
                   aligned({kSmall, theme::kInk2}, Align::centre));
    }
  }

 private:
  static constexpr double kStep = 20;
  static constexpr double kLongestStep = 100;

  double steps() const {
    return std::ceil(std::max(high_, kStep) / step_) - std::floor(std::min(low_, -kStep) / step_);
  }

  float left_;
  float right_;
  double low_ = 0;
  double high_ = 0;
  double step_ = kStep;
};

// Where the parts of a row are.
struct Columns {
  float left;   // names
  float plot;   // where these end
  float right;  // figures end here
};

void draw_row(Canvas& canvas,
              const Columns& columns,
              float y,
              const Axis& axis,
              const IntervalRow& shown,
              bool all,
              const UiStrings& words) {
  const theme::Type type = all ? kRow.weighing(700) : kRow;
  draw_fitted(canvas, shown.name, {columns.left, y}, columns.plot - columns.left - 8, {type});
  const auto score = nps(shown.answers);
  const auto interval = nps_interval(shown.answers);
  if (!score || !interval) {
    draw_fitted(
        canvas,
        words.text("dashboard.answers", {{"count", fmt::format("{}", shown.answers.customers())}}),
        {columns.right, y}, columns.right - columns.plot, aligned({kSmall, theme::kInk2}));
    return;
  }
  canvas.label(signed_whole_text(*score), {columns.right, y},
               aligned({theme::kLabel.weighing(700)}));
  const Colour colour = all ? theme::kTeal : theme::kInk2;
  draw_whisker(canvas, axis.x(interval->low()), axis.x(interval->high()), y, all ? 4.F : 3.F,
               colour);
  canvas.circle({axis.x(*score), y}, all ? 10.F : 8.F, theme::kPaper);
  canvas.circle({axis.x(*score), y}, all ? 8.F : 6.F, colour);
}

}  // namespace

bool IntervalCard::use(const std::string& id) {
  if (id != "by-week" && id != "by-group") return false;
  groups_ = id == "by-group";
  return true;
}

std::vector<IntervalRow> IntervalCard::rows(const Cohort& cohort, const UiStrings& words) const {
  std::vector<IntervalRow> rows;
  if (shows_groups(cohort)) {
    for (const AnswersOf& group : cohort.groups) {
      rows.push_back(
          {group.name.empty() ? words.text("cohort.no-group") : group.name, group.answers});
    }
    return rows;
  }
  for (auto week = cohort.weeks.rbegin(); week != cohort.weeks.rend(); ++week) {
    rows.push_back({words.text("cohort.week", {{"day", week->name}}), week->answers});
  }
  return rows;
}

void IntervalCard::draw(Canvas& canvas,
                        Ui& ui,
                        Rect box,
                        const Cohort& cohort,
                        const UiStrings& words) {
  canvas.panel(box, 18, theme::kPaper, 1);
  const bool groups = shows_groups(cohort);
  float title = box.w - 2 * kPadding;
  if (cohort.groups.size() > 1) {
    const std::vector<Segment> segments{{"by-week", words.text("dashboard.weeks")},
                                        {"by-group", words.text("dashboard.groups")}};
    const float width = segments_width(canvas, segments);
    draw_segments(canvas, ui, {box.right() - 12 - width, box.y + 7}, segments, groups ? 1 : 0);
    title -= width;
  }
  draw_title(canvas, box, words.text(groups ? "dashboard.by-group" : "dashboard.by-week"), title);

  std::vector<IntervalRow> shown = rows(cohort, words);
  const IntervalRow all{words.text("dashboard.all"), cohort.answers};
  float names = canvas.text_width(all.name, kRow.weighing(700));
  for (const IntervalRow& row : shown) names = std::max(names, canvas.text_width(row.name, kRow));
  Columns columns{box.x + kPadding, 0, box.right() - kPadding};
  columns.plot = columns.left + std::clamp(names + 20, 90.F, (box.w - 2 * kPadding) * 0.42F);
  shown.push_back(all);
  const Axis axis(columns.plot, columns.right - 58, shown);
  shown.pop_back();

  const float top = box.y + 52;
  const float bottom = box.bottom() - kAxis;
  axis.draw(canvas, top, bottom);
  const Rect view{box.x + 4, top, box.w - 8, bottom - top - kRowHeight - 2};
  ui.begin_scroll(canvas, "intervals", view, kRowHeight * static_cast<float>(shown.size()));
  for (std::size_t i = 0; i < shown.size(); ++i) {
    draw_row(canvas, columns, top + kRowHeight * (static_cast<float>(i) + 0.5F), axis, shown[i],
             false, words);
  }
  ui.end_scroll(canvas);
  const Rect last{columns.left - 10, bottom - kRowHeight - 1, box.w - 2 * kPadding + 20,
                  kRowHeight + 2};
  canvas.rounded(last, 10, theme::kTeal50);
  draw_row(canvas, columns, last.centre().y, axis, all, true, words);
}

}  // namespace mot
