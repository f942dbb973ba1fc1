// The crowd: how many answer what, the NPS with its interval, and what each touchpoint did to it.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/report/figure_parts.h"
#include "engine/report/figures.h"
#include "engine/text/numbers.h"

namespace mot::report {
namespace {

constexpr double kBars = 96;
constexpr int kAnswers = 11;

double percent(const CrowdReview& crowd, std::int64_t customers) {
  return 100.0 * static_cast<double>(customers) / static_cast<double>(crowd.customers);
}

double draw_distribution(Pen& pen, const CrowdReview& crowd, double width) {
  const double step = width / kAnswers;
  double most = 1;
  for (const std::int64_t customers : crowd.histogram)
    most = std::max(most, percent(crowd, customers));
  for (int k = 0; k < kAnswers; ++k) {
    const double share = percent(crowd, crowd.histogram[static_cast<std::size_t>(k)]);
    const double height = kBars * share / most;
    // Wider gaps between the categories.
    const double x = step * k + (k == 7 || k == 9 ? 5 : 2);
    const double w = step - (k == 6 || k == 8 ? 5 : 2) - (k == 7 || k == 9 ? 5 : 2);
    pen.fill_rounded({x, 20 + kBars - height, w, std::max(1.5, height)}, 3, ink_of_answer(k));
    pen.text(fmt::format("{:.0f}", share), {x + w / 2, 14 + kBars - height},
             Type{11, 500, kInk2, Align::centre});
    pen.text(std::to_string(k), {x + w / 2, 36 + kBars}, Type{12.5, 600, kInk, Align::centre});
  }
  return kBars + 44;
}

/// Below the bars: each category with its share.
double draw_categories(Pen& pen, const FigureSource& source, double width, double y) {
  const CrowdReview& crowd = *source.debrief.crowd;
  struct Part {
    const char* key;
    int first;
    int last;
    std::int64_t customers;
  };
  const std::array parts{Part{"figure.detractors", 0, 6, crowd.counts.detractors},
                         Part{"figure.passives", 7, 8, crowd.counts.passives},
                         Part{"figure.promoters", 9, 10, crowd.counts.promoters}};
  const double step = width / kAnswers;
  for (const Part& part : parts) {
    const double from = step * part.first + 5;
    const double to = step * (part.last + 1) - 5;
    pen.line({from, y + 2}, {to, y + 2}, 3, ink_of_answer(part.first));
    const bool last = part.last + 1 == kAnswers;
    const Align align = last ? Align::right : Align::centre;
    const double x = last ? width : (from + to) / 2;
    const std::string share = fmt::format("{:.0f}", percent(crowd, part.customers));
    pen.text(source.words.text("figure.percent", {{"value", share}}), {x, y + 20},
             Type{13, 700, kInk, align});
    pen.text(source.words.text(part.key), {x, y + 36}, Type{11, 400, kInk2, align});
  }
  return y + 46;
}

/// The NPS on a line from −100 to 100, its interval around it.
double draw_nps(Pen& pen, const FigureSource& source, double width, double y) {
  const CrowdReview& crowd = *source.debrief.crowd;
  const auto at = [width](double points) { return 10 + (width - 20) * (points + 100) / 200; };
  const double line = y + 34;
  pen.line({at(-100), line}, {at(100), line}, 6, kSand);
  for (const int tick : {-100, -50, 0, 50, 100}) {
    pen.line({at(tick), line + 5}, {at(tick), line + 9}, 1.2, kInk2);
    pen.text(tick > 0   ? fmt::format("+{}", tick)
             : tick < 0 ? fmt::format("−{}", -tick)
                        : "0",
             {std::clamp(at(tick), 16.0, width - 16), line + 22}, kSmall.aligned(Align::centre));
  }
  const double low = at(crowd.interval.low());
  const double high = at(crowd.interval.high());
  pen.line({low, line}, {high, line}, 4, kInk);
  for (const double x : {low, high}) pen.line({x, line - 6}, {x, line + 6}, 2.4, kInk);
  pen.circle({at(crowd.nps), line}, 7, kPaper);
  pen.circle({at(crowd.nps), line}, 5, kTeal);
  const std::string label =
      source.words.text("figure.nps", {{"nps", signed_text(crowd.nps)},
                                       {"low", signed_text(crowd.interval.low())},
                                       {"high", signed_text(crowd.interval.high())}});
  const double half = pen.width_of(label, kLabel) / 2;
  pen.text(label, {std::clamp(at(crowd.nps), half, std::max(half, width - half)), y + 16},
           kLabel.aligned(Align::centre));
  return line + 28;
}

/// One touchpoint: its title, a bar to the left or right of the middle, the whisker of its standard
/// error, the number.
class ImpactRow {
 public:
  ImpactRow(Pen& pen, double width, double most)
      : pen_(pen), width_(width), wide_(width >= kWideFigure), most_(std::max(1.0, most)) {
    from_ = wide_ ? width_ * 0.42 : 0;
    room_ = (width_ - from_ - kValue) / 2;
  }

  double height() const { return wide_ ? 24 : 36; }

  void draw(const TouchpointReview& touchpoint, double y) {
    const std::string title = fmt::format("{}. {}", touchpoint.choice + 1, touchpoint.title);
    const Type type{13, 400, kInk, Align::left};
    if (wide_) {
      pen_.paragraph({title, type, from_ - 10, 1}, {0, y + 2});
    } else {
      pen_.paragraph({title, type, width_, 1}, {0, y});
    }
    const double bar_y = wide_ ? y + 6 : y + 19;
    const double zero = from_ + room_;
    const double length = room_ * touchpoint.impact / most_;
    const double error = room_ * 1.96 * touchpoint.standard_error / most_;
    // Paler where the interval includes nothing at all.
    const bool sure = std::fabs(touchpoint.impact) > 1.96 * touchpoint.standard_error;
    const Ink ink = (touchpoint.impact < 0 ? kDetractor : kBlue).faded(sure ? 1 : 0.45);
    pen_.line({zero, bar_y - 3}, {zero, bar_y + 15}, 1, kLine);
    pen_.fill_rounded({std::min(zero, zero + length), bar_y, std::fabs(length), 12}, 2, ink);
    pen_.line({std::max(from_, zero + length - error), bar_y + 6},
              {std::min(width_ - kValue, zero + length + error), bar_y + 6}, 1.6, kInk);
    pen_.text(signed_text(touchpoint.impact), {width_, bar_y + 11},
              Type{13, 700, touchpoint.impact < 0 ? kCoral800 : kBlue700, Align::right});
  }

 private:
  static constexpr double kValue = 52;
  Pen& pen_;
  double width_;
  bool wide_;
  double most_;
  double from_ = 0;
  double room_ = 0;
};

}  // namespace

Figure crowd_figure(FigureSource source) {
  return [source](Pen& pen, double width) {
    double y = draw_distribution(pen, *source.debrief.crowd, width);
    y = draw_categories(pen, source, width, y);
    return draw_nps(pen, source, width, y);
  };
}

Figure impact_figure(FigureSource source) {
  return [source](Pen& pen, double width) {
    const auto& touchpoints = source.debrief.crowd->touchpoints;
    double most = 0;
    for (const TouchpointReview& touchpoint : touchpoints) {
      most = std::max(most, std::fabs(touchpoint.impact) + 1.96 * touchpoint.standard_error);
    }
    ImpactRow row(pen, width, most);
    double y = 0;
    for (const TouchpointReview& touchpoint : touchpoints) {
      row.draw(touchpoint, y);
      y += row.height();
    }
    return y + 4;
  };
}

}  // namespace mot::report
