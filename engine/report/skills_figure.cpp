// Skills now and before: a radar of the dimensions, bars of the behaviours.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "engine/report/figure_parts.h"
#include "engine/report/figures.h"

namespace mot::report {
namespace {

constexpr double kTurn = 2 * std::numbers::pi;
constexpr double kMostRadius = 104;
constexpr double kLeastRadius = 50;
constexpr double kTitle = 13;
constexpr double kTitleGap = 14;
/// An axis less aslant has its title above or below.
constexpr double kSide = 0.2;

std::vector<const SkillReview*> known(const std::vector<SkillReview>& skills) {
  std::vector<const SkillReview*> found;
  for (const SkillReview& skill : skills) {
    if (skill.now) found.push_back(&skill);
  }
  return found;
}

std::string number(double value) { return fmt::format("{}", std::lround(value)); }

Ink ink_of_skill(double value) { return value < kWeakSkill ? kCoral800 : kTeal; }

Point direction(std::size_t axis, std::size_t count) {
  const double turn = static_cast<double>(axis) / static_cast<double>(count);
  return {std::sin(turn * kTurn), -std::cos(turn * kTurn)};
}

class Radar {
 public:
  Radar(Pen& pen, std::vector<const SkillReview*> skills, double width)
      : pen_(pen), skills_(std::move(skills)) {
    // Of each side: how far an axis reaches for a radius of 1, and how wide its title is.
    std::vector<Reach> left{{0, 0}};
    std::vector<Reach> right{{0, 0}};
    for (std::size_t i = 0; i < skills_.size(); ++i) {
      const double x = direction(i, skills_.size()).x;
      if (std::fabs(x) < kSide) continue;
      const double title = pen_.width_of(skills_[i]->name, Type{kTitle, 600, kInk, Align::left});
      (x > 0 ? right : left).push_back({std::fabs(x), title + kTitleGap});
    }
    radius_ = kMostRadius;
    for (const Reach& l : left) {
      for (const Reach& r : right) {
        const double both = l.reach + r.reach;
        if (both > 0) radius_ = std::min(radius_, (width - l.title - r.title) / both);
      }
    }
    const double from = farthest(left);
    centre_ = {from + (width - from - farthest(right)) / 2, radius_ + 46};
  }

  /// The titles leave it room.
  bool fits() const { return radius_ >= kLeastRadius; }

  /// Requires that it fits. Returns its height.
  double draw() {
    draw_web();
    draw_before();
    draw_now();
    for (std::size_t i = 0; i < skills_.size(); ++i) draw_title(i);
    return centre_.y + radius_ + 40;
  }

 private:
  struct Reach {
    double reach = 0;
    double title = 0;
  };

  double farthest(const std::vector<Reach>& side) const {
    double most = 0;
    for (const Reach& one : side) most = std::max(most, one.reach * radius_ + one.title);
    return most;
  }

  Point at(std::size_t axis, double percent) const {
    const Point towards = direction(axis, skills_.size());
    return {centre_.x + towards.x * radius_ * percent / 100,
            centre_.y + towards.y * radius_ * percent / 100};
  }

  std::vector<Point> shape(double percent) const {
    std::vector<Point> points;
    for (std::size_t i = 0; i < skills_.size(); ++i) points.push_back(at(i, percent));
    return points;
  }

  void draw_web() {
    pen_.polygon(shape(100), kCream);
    for (const double percent : {25.0, 50.0, 75.0, 100.0}) {
      pen_.polygon_border(shape(percent), 1.2, kLine);
    }
    for (std::size_t i = 0; i < skills_.size(); ++i) pen_.line(centre_, at(i, 100), 1.2, kLine);
  }

  void draw_before() {
    std::vector<Point> points;
    for (std::size_t i = 0; i < skills_.size(); ++i) {
      if (!skills_[i]->before) return;
      points.push_back(at(i, *skills_[i]->before));
    }
    points.push_back(points.front());
    pen_.dashed(points, 2, 4, 3, kInk2);
  }

  void draw_now() {
    std::vector<Point> points;
    for (std::size_t i = 0; i < skills_.size(); ++i) points.push_back(at(i, *skills_[i]->now));
    pen_.polygon(points, kTeal.faded(0.18));
    pen_.polygon_border(points, 3, kTeal);
    for (std::size_t i = 0; i < points.size(); ++i) {
      pen_.circle(points[i], 6.5, ink_of_skill(*skills_[i]->now));
      pen_.circle(points[i], 3.5, kPaper);
    }
  }

  void draw_title(std::size_t i) {
    const SkillReview& skill = *skills_[i];
    const Point towards = direction(i, skills_.size());
    const Align align = std::fabs(towards.x) < kSide ? Align::centre
                        : towards.x > 0              ? Align::left
                                                     : Align::right;
    const Point end{centre_.x + towards.x * (radius_ + 12), centre_.y + towards.y * (radius_ + 12)};
    const double y = towards.y < -0.9 ? end.y - 20 : towards.y > 0.7 ? end.y + 12 : end.y - 4;
    pen_.text(skill.name, {end.x, y}, Type{kTitle, 600, kInk, align});
    pen_.text(number(*skill.now), {end.x, y + 17}, Type{14, 700, ink_of_skill(*skill.now), align});
  }

  Pen& pen_;
  std::vector<const SkillReview*> skills_;
  Point centre_;
  double radius_ = 0;
};

/// Bars below one another; a tick and a small number where there was an earlier attempt.
double draw_bars(Pen& pen, const std::vector<const SkillReview*>& skills, double width, double y) {
  for (const SkillReview* skill : skills) {
    std::string value;
    if (skill->before) value = number(*skill->before) + " → ";
    value += number(*skill->now);
    pen.text(skill->name, {0, y + 14}, Type{kTitle, 600, kInk, Align::left});
    pen.text(value, {width, y + 14}, Type{13, 700, ink_of_skill(*skill->now), Align::right});
    pen.fill_rounded({0, y + 21, width, 8}, 4, kSand);
    pen.fill_rounded({0, y + 21, std::max(4.0, width * *skill->now / 100), 8}, 4,
                     *skill->now < kWeakSkill ? kDetractor : kTeal);
    if (skill->before) {
      const double x = std::clamp(width * *skill->before / 100, 1.0, width - 1);
      pen.line({x, y + 18}, {x, y + 32}, 2, kInk);
    }
    y += 38;
  }
  return y;
}

bool any_before(const std::vector<const SkillReview*>& skills) {
  return std::any_of(skills.begin(), skills.end(),
                     [](const SkillReview* skill) { return skill->before.has_value(); });
}

double draw_legend(Pen& pen, const FigureSource& source) {
  pen.line({2, 9}, {24, 9}, 3, kTeal);
  pen.text(source.words.text("figure.now"), {32, 13.5}, kSmall);
  const double x = legend_width(pen, source.words.text("figure.now"));
  const Point dashes[] = {{x, 9}, {x + 22, 9}};
  pen.dashed(dashes, 2, 4, 3, kInk2);
  pen.text(source.words.text("figure.before"), {x + 30, 13.5}, kSmall);
  return 20;
}

}  // namespace

Figure skills_figure(FigureSource source) {
  return [source](Pen& pen, double width) {
    const auto dimensions = known(source.debrief.skills.dimensions);
    const auto behaviours = known(source.debrief.skills.behaviours);
    double y = 0;
    if (any_before(dimensions)) y += draw_legend(pen, source);
    Radar radar(pen, dimensions, width);
    if (dimensions.size() >= 3 && radar.fits()) {
      pen.push();
      pen.translate({0, y});
      y += radar.draw();
      pen.pop();
    } else {
      y = draw_bars(pen, dimensions, width, y);
    }
    return draw_bars(pen, behaviours, width, y + 4);
  };
}

}  // namespace mot::report
