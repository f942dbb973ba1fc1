#include "game/screens/skills_radar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace mot {
namespace {

constexpr Colour kWeb = rgb(0xE2D5C1);
constexpr Colour kGround = rgb(0xFBF6EE);
constexpr float kTurn = 6.2831853F;
constexpr float kMostRadius = 94;
constexpr float kLeastRadius = 62;  // less cannot be read
constexpr float kSide = 0.2F;       // an axis less aslant has its title above or below
constexpr float kTitleGap = 14;
constexpr theme::Type kTitle = theme::kCaption.weighing(600);
constexpr theme::Type kNumber = theme::kCaption.weighing(700);

Vec direction(std::size_t axis, std::size_t count) {
  const float turn = static_cast<float>(axis) / static_cast<float>(count);
  return {std::sin(turn * kTurn), -std::cos(turn * kTurn)};
}

std::string number_of(const SkillAxis& axis) {
  return std::to_string(static_cast<int>(std::lround(axis.percent)));
}

Colour ink_of(const SkillAxis& axis) {
  return axis.percent < kWeakSkill ? theme::kCoral800 : theme::kTeal;
}

void draw_web(Canvas& canvas, Vec centre, float radius, std::size_t count) {
  for (int ring = 4; ring >= 1; --ring) {
    std::vector<Vec> points;
    for (std::size_t i = 0; i < count; ++i) {
      points.push_back(centre + direction(i, count) * (radius * static_cast<float>(ring) / 4));
    }
    if (ring == 4) {
      canvas.polygon(points, kGround);
    }
    canvas.polygon_border(points, 1.3F, kWeb);
  }
  for (std::size_t i = 0; i < count; ++i) {
    canvas.line(centre, centre + direction(i, count) * radius, 1.2F, kWeb);
  }
}

void draw_shape(Canvas& canvas,
                Vec centre,
                float radius,
                const std::vector<SkillAxis>& axes,
                float grown) {
  std::vector<Vec> points;
  for (std::size_t i = 0; i < axes.size(); ++i) {
    points.push_back(centre + direction(i, axes.size()) * (radius * axes[i].percent / 100 * grown));
  }
  for (std::size_t i = 0; i < points.size(); ++i) {
    const std::array piece{centre, points[i], points[(i + 1) % points.size()]};
    canvas.polygon(piece, faded(theme::kTeal, 0.20F));
  }
  canvas.polygon_border(points, 3, theme::kTeal);
  for (std::size_t i = 0; i < points.size(); ++i) {
    canvas.circle(points[i], 7, axes[i].percent < kWeakSkill ? theme::kDetractor : theme::kTeal);
    canvas.circle(points[i], 4, theme::kPaper);
  }
}

void draw_title(Canvas& canvas,
                Vec centre,
                float radius,
                const SkillAxis& axis,
                Vec towards,
                Rect box) {
  const Vec at = centre + towards * (radius + kTitleGap);
  TextStyle style{kTitle};
  style.align = std::fabs(towards.x) < kSide ? Align::centre
                : towards.x > 0              ? Align::left
                                             : Align::right;
  style.max_lines = 1;
  const float room = style.align == Align::left    ? box.right() - at.x
                     : style.align == Align::right ? at.x - box.x
                                                   : box.w;
  if (canvas.text_width(axis.title, kTitle) > room) {
    style.width = room;
  }
  const float x = style.width > 0 && style.align == Align::right ? box.x : at.x;
  const bool above = towards.y < -0.9F;
  const bool below = towards.y > 0.7F;
  const float line = std::max(16.F, canvas.measure("A", {kNumber}).height - 2);
  const float y = above ? at.y - line : below ? at.y + line - 6 : at.y - 2;
  if (style.width > 0 && style.align == Align::right) {
    style.align = Align::left;
  }
  canvas.text(axis.title, {x, y}, style);
  TextStyle number{kNumber, ink_of(axis)};
  number.align = std::fabs(towards.x) < kSide ? Align::centre
                 : towards.x > 0              ? Align::left
                                              : Align::right;
  canvas.text(number_of(axis), {at.x, y + line}, number);
}

// Above and below the web: a title, a number, and air.
float title_room(Canvas& canvas) {
  return 2 * std::max(16.F, canvas.measure("A", {kNumber}).height - 2) + 4;
}

// Where the radar lies so that the titles at its sides fit into the box.
struct Place {
  Vec centre;
  float radius = 0;
};

Place place_in(Canvas& canvas, Rect box, const std::vector<SkillAxis>& axes) {
  // Of each side: how far the axis reaches for a radius of 1, and how wide its title is.
  float radius = std::min(kMostRadius, box.h / 2 - title_room(canvas));
  std::vector<std::pair<float, float>> left{{0, 0}};
  std::vector<std::pair<float, float>> right{{0, 0}};
  for (std::size_t i = 0; i < axes.size(); ++i) {
    const float x = direction(i, axes.size()).x;
    if (std::fabs(x) >= kSide) {
      const float room = canvas.text_width(axes[i].title, kTitle) + kTitleGap;
      (x > 0 ? right : left).emplace_back(std::fabs(x), room);
    }
  }
  for (const auto& [reach, room] : left) {
    for (const auto& [other_reach, other_room] : right) {
      if (reach + other_reach > 0) {
        radius = std::min(radius, (box.w - room - other_room) / (reach + other_reach));
      }
    }
  }
  float from = 0;
  float to = 0;
  for (const auto& [reach, room] : left) {
    from = std::max(from, reach * radius + room);
  }
  for (const auto& [reach, room] : right) {
    to = std::max(to, reach * radius + room);
  }
  return {{box.x + from + (box.w - from - to) / 2, box.y + title_room(canvas) + radius}, radius};
}

}  // namespace

bool radar_fits(Canvas& canvas, Rect box, const std::vector<SkillAxis>& axes) {
  return axes.size() >= 3 && place_in(canvas, box, axes).radius >= kLeastRadius;
}

void draw_radar(Canvas& canvas, Rect box, const std::vector<SkillAxis>& axes, float grown) {
  const auto [centre, radius] = place_in(canvas, box, axes);
  draw_web(canvas, centre, radius, axes.size());
  draw_shape(canvas, centre, radius, axes, grown);
  for (std::size_t i = 0; i < axes.size(); ++i) {
    draw_title(canvas, centre, radius, axes[i], direction(i, axes.size()), box);
  }
}

float draw_skill_bars(Canvas& canvas, Rect box, const std::vector<SkillAxis>& axes, float grown) {
  const float line = canvas.measure("A", {kTitle}).height;
  const float step = line + 20;
  float y = box.y;
  for (const SkillAxis& axis : axes) {
    TextStyle title{kTitle};
    title.width = box.w - 60;
    title.max_lines = 1;
    canvas.paragraph(axis.title, {box.x, y, title.width, line}, title);
    TextStyle number{kNumber, ink_of(axis)};
    number.align = Align::right;
    canvas.paragraph(number_of(axis), {box.right() - 60, y, 60, line}, number);
    canvas.bar({box.x, y + line + 2, box.w, 8}, axis.percent / 100 * grown,
               axis.percent < kWeakSkill ? theme::kDetractor : theme::kTeal);
    y += step;
  }
  return step * static_cast<float>(axes.size());
}

}  // namespace mot
