#include "game/screens/skill_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/customer/dimensions.h"
#include "game/screens/page.h"

namespace mot {
namespace {

constexpr float kBar = 190;
constexpr float kCurve = 150;
constexpr float kCurveHeight = 26;
constexpr std::size_t kMostPoints = 60;
constexpr float kNumber = 64;
constexpr theme::Type kText = theme::kLabel.growing(1.6F);
constexpr theme::Type kNote = theme::kCaption.growing(1.6F);

// The last attempts as a line from .0 to 1 that ends in a dot; one attempt is the dot alone.
void draw_curve(Canvas& canvas, Rect box, const std::vector<double>& all, bool mastered) {
  const std::size_t first = all.size() > kMostPoints ? all.size() - kMostPoints : 0;
  std::vector<Vec> points;
  const std::size_t count = all.size() - first;
  for (std::size_t i = 0; i < count; ++i) {
    const float x = count == 1 ? 1 : static_cast<float>(i) / static_cast<float>(count - 1);
    points.push_back(
        {box.x + x * box.w, box.bottom() - static_cast<float>(all[first + i]) * box.h});
  }
  if (points.size() > 1) {
    canvas.polyline(points, 2, theme::kInk2);
  }
  if (!points.empty()) {
    canvas.circle(points.back(), 4, mastered ? theme::kTeal : theme::kAmber);
  }
}

void draw_bar_of(Canvas& canvas, Rect box, const SkillMastery& now) {
  canvas.bar(box, static_cast<float>(now.known), now.mastered() ? theme::kTeal : theme::kBlue);
  const float mark = box.x + box.w * static_cast<float>(kMastered);
  canvas.line({mark, box.y - 3}, {mark, box.bottom() + 3}, 1.5F, theme::kInk2);
}

float draw_row(Canvas& canvas, Vec at, float width, const SkillRow& row, const UiStrings& words) {
  const float name_width = width - kBar - kNumber - kCurve - 60;
  const bool seen = row.now.seen > 0;
  const std::string note =
      !seen ? words.text("progress.skill-unseen")
            : words.text(row.now.mastered() ? "progress.skill-mastered" : "progress.skill-seen",
                         {{"count", fmt::format("{}", row.now.seen)}});
  const TextStyle small{kNote, theme::kInk2};
  const float name_height = block_height(canvas, row.name, name_width, {kText});
  const float note_height = block_height(canvas, note, name_width, small);
  const float height = std::max(44.F, name_height + note_height + 10);
  const float top = at.y + (height - name_height - note_height) / 2;
  draw_block(canvas, row.name, {at.x, top}, name_width, {kText});
  draw_block(canvas, note, {at.x, top + name_height}, name_width, small);
  if (!seen) {
    return height;
  }
  const float middle = at.y + height / 2;
  const float bar = at.x + name_width + 16;
  draw_bar_of(canvas, {bar, middle - 5, kBar, 10}, row.now);
  TextStyle number{kText.growing(1.3F)};
  number.align = Align::right;
  const std::string known = fmt::format("{}", std::min(99L, std::lround(100 * row.now.known)));
  canvas.label(words.text("figure.percent", {{"value", known}}), {bar + kBar + kNumber, middle},
               number);
  draw_curve(canvas, {bar + kBar + kNumber + 28, middle - kCurveHeight / 2, kCurve, kCurveHeight},
             row.over_time, row.now.mastered());
  return height;
}

}  // namespace

std::vector<SkillRow> skill_rows(const Mastery& mastery,
                                 const std::vector<Mastery>& over_time,
                                 const UiStrings& words) {
  std::vector<SkillRow> rows;
  for (std::size_t i = 0; i < kDimensions; ++i) {
    rows.push_back(
        {words.text(fmt::format("dimension.{}", kDimensionNames[i])), mastery.dimensions[i], {}});
    for (const Mastery& then : over_time) {
      rows.back().over_time.push_back(then.dimensions[i].known);
    }
  }
  for (std::size_t i = 0; i < kBehaviours; ++i) {
    rows.push_back(
        {words.text(fmt::format("behaviour.{}", kBehaviourNames[i])), mastery.behaviours[i], {}});
    for (const Mastery& then : over_time) {
      rows.back().over_time.push_back(then.behaviours[i].known);
    }
  }
  return rows;
}

float draw_skill_rows(Canvas& canvas,
                      Vec at,
                      float width,
                      const std::vector<SkillRow>& rows,
                      const UiStrings& words) {
  float y = at.y;
  for (const SkillRow& row : rows) {
    if (&row != &rows.front()) {
      canvas.line({at.x, y}, {at.x + width, y}, 1, theme::kLine);
    }
    y += draw_row(canvas, {at.x, y}, width, row, words);
  }
  return y - at.y;
}

}  // namespace mot
