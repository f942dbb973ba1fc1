// The account of lost points as a waterfall: a row a step, from the best within reach down to what
// was reached.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "engine/report/figure_parts.h"
#include "engine/report/figures.h"
#include "engine/text/numbers.h"

namespace mot::report {
namespace {

/// More rows are told together, the smallest first.
constexpr std::size_t kMostRows = 16;
constexpr double kValue = 58;
constexpr double kBar = 16;

enum class RowKind { total, choice, luck, others };

struct Row {
  RowKind kind = RowKind::choice;
  std::string label;
  /// Hundredths: the change, and where the bar lies.
  int points = 0;
  int from = 0;
  int to = 0;
  bool turning = false;
  Ink ink = kDetractor;
};

std::vector<Row> steps_of(const FigureSource& source) {
  const Account& account = *source.debrief.account;
  std::vector<Row> rows;
  for (std::size_t i = 0; i < account.steps.size(); ++i) {
    const AccountStep& step = account.steps[i];
    const std::string number = fmt::format("{}", i + 1);
    if (step.choice != 0) {
      Row row{RowKind::choice, fmt::format("{}. {}", i + 1, source.debrief.moments[i].title),
              step.choice};
      const auto& turning = account.turning_points;
      row.turning = std::find(turning.begin(), turning.end(), i) != turning.end();
      rows.push_back(std::move(row));
    }
    if (step.luck != 0) {
      Row row{RowKind::luck, source.words.text("debrief.luck-after", {{"number", number}}),
              step.luck};
      row.ink = step.luck > 0 ? kBlue : kDetractor;
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

/// Puts the smallest steps together where there are too many.
void gather(const FigureSource& source, std::vector<Row>& rows) {
  if (rows.size() <= kMostRows) return;
  std::vector<int> sizes;
  sizes.reserve(rows.size());
  for (const Row& row : rows) sizes.push_back(std::abs(row.points));
  std::nth_element(sizes.begin(), sizes.begin() + kMostRows - 1, sizes.end(), std::greater<>());
  const int least = sizes[kMostRows - 1];
  Row others{RowKind::others, {}, 0};
  int count = 0;
  std::size_t kept = 0;
  std::erase_if(rows, [&](const Row& row) {
    if (std::abs(row.points) >= least && kept < kMostRows - 1) {
      ++kept;
      return false;
    }
    others.points += row.points;
    ++count;
    return true;
  });
  others.label = source.words.text("figure.smaller-steps", {{"count", fmt::format("{}", count)}});
  others.ink = kInk2;
  rows.push_back(std::move(others));
}

std::vector<Row> rows_of(const FigureSource& source) {
  const Account& account = *source.debrief.account;
  std::vector<Row> rows = steps_of(source);
  gather(source, rows);
  int level = account.best;
  for (Row& row : rows) {
    row.from = level;
    level += row.points;
    row.to = level;
  }
  rows.insert(rows.begin(), {RowKind::total, source.words.text("debrief.best-within-reach"),
                             account.best, 0, account.best, false, kBlue});
  rows.push_back(
      {RowKind::total,
       source.words.text(account.complete ? "debrief.reached" : "debrief.still-within-reach"),
       account.reached, 0, account.reached, false, kTeal});
  return rows;
}

/// Where things lie: bars between x and x + w, from `low` to `high` points.
struct Scale {
  double x = 0;
  double w = 0;
  int low = 1;
  int high = 10;

  double at(int hundredths) const {
    return x + w * std::clamp((hundredths / 100.0 - low) / (high - low), 0.0, 1.0);
  }
};

/// Not from 1 where that would squeeze the steps; the totals then show that their bars are cut.
Scale scale_for(const std::vector<Row>& rows, double x, double w) {
  int lowest = 1000;
  int highest = 100;
  for (const Row& row : rows) {
    lowest = std::min({lowest, row.to, row.kind == RowKind::total ? 1000 : row.from});
    highest = std::max({highest, row.to, row.from});
  }
  const int low = std::max(1, (lowest - 60) / 100);
  const int high = std::min(10, (highest + 99) / 100);
  return {x, w, low, std::max(high, low + 1)};
}

class Waterfall {
 public:
  Waterfall(Pen& pen, const FigureSource& source, double width)
      : pen_(pen), source_(source), width_(width), wide_(width >= kWideFigure) {}

  double draw() {
    const std::vector<Row> rows = rows_of(source_);
    const double label = wide_ ? width_ * 0.38 : 0;
    scale_ = scale_for(rows, label + 4, width_ - label - kValue - 8);
    double bottom = 0;
    for (const Row& row : rows) bottom += height_of(row);
    draw_grid(bottom);
    double y = 0;
    for (const Row& row : rows) {
      draw_row(row, y);
      y += height_of(row);
    }
    return draw_axis(bottom);
  }

 private:
  double label_height() const { return wide_ ? 0 : 20; }
  double height_of(const Row& row) const {
    return label_height() + kBar + 14 + (row.turning && wide_ ? 8 : 0);
  }

  void draw_grid(double bottom) {
    for (int k = scale_.low; k <= scale_.high; ++k) {
      const double x = scale_.at(100 * k);
      pen_.line({x, 0}, {x, bottom + 2}, 1, kLine);
    }
  }

  double draw_axis(double y) {
    for (int k = scale_.low; k <= scale_.high; ++k) {
      pen_.text(std::to_string(k), {scale_.at(100 * k), y + 16}, kSmall.aligned(Align::centre));
    }
    const Type note = kSmall.aligned(Align::left);
    return y + 22 +
           pen_.paragraph({source_.words.text("figure.account-axis"), note, width_}, {0, y + 22});
  }

  void draw_row(const Row& row, double y) {
    const double height = height_of(row);
    if (row.turning) pen_.fill_rounded({0, y + 1, width_, height - 2}, 8, kCoral50);
    const double bar_y = y + label_height() + (height - label_height() - kBar) / 2;
    draw_label(row, y, bar_y);
    const double from =
        row.kind == RowKind::total ? scale_.x : scale_.at(std::min(row.from, row.to));
    const double to = scale_.at(std::max(row.from, row.to));
    const Box bar{from, bar_y, std::max(2.0, to - from), kBar};
    pen_.fill_rounded(bar, 3, row.kind == RowKind::luck ? row.ink.faded(0.25) : row.ink);
    if (row.kind == RowKind::luck) {
      pen_.hatch(bar, row.ink);
      pen_.stroke_rounded(bar, 3, 1, row.ink);
    }
    if (row.kind == RowKind::total && scale_.low > 1) draw_break(bar);
    const bool total = row.kind == RowKind::total;
    pen_.text(total ? points_text(row.points) : signed_points_text(row.points),
              {width_ - 4, bar_y + kBar - 3},
              Type{13, total ? 800 : 700,
                   total            ? kInk
                   : row.points < 0 ? kCoral800
                                    : kBlue700,
                   Align::right});
  }

  void draw_label(const Row& row, double y, double bar_y) {
    const bool strong = row.kind == RowKind::total || row.turning;
    const Type type{13, strong ? 700 : 400, row.kind == RowKind::luck ? kInk2 : kInk, Align::left};
    if (!wide_) {
      const std::string mark = row.turning ? "◆ " : "";
      pen_.paragraph({mark + row.label, type, width_ - 8, 1}, {4, y + 3});
      return;
    }
    const double room = scale_.x - 14;
    const double up = row.turning ? 9 : 0;
    pen_.paragraph({row.label, type, room, 1}, {8, bar_y + kBar / 2 - 10 - up});
    if (!row.turning) return;
    pen_.text("◆ " + source_.words.text("debrief.turning"), {8, bar_y + kBar / 2 + 15},
              Type{11.5, 600, kCoral800, Align::left});
  }

  /// Two slanted cuts: the bar begins further left than it is drawn.
  void draw_break(const Box& bar) {
    for (const double x : {bar.x + 10, bar.x + 15}) {
      pen_.line({x - 2, bar.bottom() + 1}, {x + 4, bar.y - 1}, 2.4, kPaper);
    }
  }

  Pen& pen_;
  const FigureSource& source_;
  double width_;
  bool wide_;
  Scale scale_;
};

}  // namespace

Figure account_figure(FigureSource source) {
  return [source](Pen& pen, double width) { return Waterfall(pen, source, width).draw(); };
}

}  // namespace mot::report
