#include "game/screens/cell.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "game/screens/page.h"

namespace mot {
namespace {

constexpr float kPadding = 16;
constexpr float kGap = 14;
constexpr float kBarWidth = 110;
constexpr float kRowGap = 8;
constexpr theme::Type kName = theme::kLabel;

float title_height(Canvas& canvas) {
  return std::max(24.F, canvas.measure("A", {theme::kLabel}).height);
}

struct Outcome {
  const char* key;
  const char* icon;
  Colour colour;
  Colour ink;
};

Outcome outcome_of(const DimensionReview& row) {
  if (row.difference > 0) {
    return {"debrief.exceeded", "up", theme::kPromoter, theme::kPaper};
  }
  if (row.difference < 0) {
    return {"debrief.missed", "down", theme::kDetractor, theme::kPaper};
  }
  return {"debrief.met", "check", theme::kPassive, theme::kInk};
}

std::string account_of(const DimensionReview& row, const UiStrings& words) {
  std::string out =
      words.text(outcome_of(row).key, {{"expected", std::to_string(row.expected)},
                                       {"delivered", std::to_string(row.delivered)},
                                       {"by", std::to_string(std::abs(row.difference))}});
  return row.note.empty() ? out : out + " " + row.note;
}

float name_height(Canvas& canvas) { return canvas.measure("A", {kName}).height; }

float row_height(Canvas& canvas, const DimensionReview& row, float width, const UiStrings& words) {
  return name_height(canvas) +
         block_height(canvas, account_of(row, words), width - 30, {theme::kCaption}) + kRowGap;
}

// A scale from 1 to 10: how far delivered, a tick where the expectation was.
void draw_scale(Canvas& canvas, Rect box, const DimensionReview& row, Colour colour) {
  const auto at = [](int rating) { return static_cast<float>(rating) / 10; };
  canvas.bar(box, at(row.delivered), colour, theme::kPaper);
  const float x = box.x + box.w * at(row.expected);
  canvas.rounded({x - 1.5F, box.y - 3, 3, box.h + 6}, 1.5F, theme::kInk);
}

void draw_row(Canvas& canvas,
              const DimensionReview& row,
              Vec at,
              float width,
              const UiStrings& words) {
  const Outcome outcome = outcome_of(row);
  const float h = name_height(canvas);
  const Vec centre{at.x + 10, at.y + h / 2};
  canvas.circle(centre, 9.5F, outcome.colour);
  canvas.icon_centred(outcome.icon, centre, {13, outcome.ink, 2.6F});
  TextStyle name{kName};
  name.width = width - 30 - kBarWidth - 12;
  name.max_lines = 1;
  canvas.paragraph(row.name, {at.x + 30, at.y, name.width, h}, name);
  draw_scale(canvas, {at.x + width - kBarWidth, centre.y - 4, kBarWidth, 8}, row, outcome.colour);
  draw_block(canvas, account_of(row, words), {at.x + 30, at.y + h}, width - 30,
             {theme::kCaption, theme::kInk2});
}

float body_height(Canvas& canvas, const Cell& cell, float width, const UiStrings& words) {
  float height = 0;
  for (const DimensionReview& row : cell.rows) {
    height += row_height(canvas, row, width, words);
  }
  for (const auto& [text, style] : cell.texts) {
    height += block_height(canvas, text, width, style) + 4;
  }
  return height;
}

float height_of(Canvas& canvas, const Cell& cell, float width, const UiStrings& words) {
  return 12 + title_height(canvas) + 4 + body_height(canvas, cell, width - 2 * kPadding, words) +
         10;
}

}  // namespace

void draw_cell(Canvas& canvas, const Cell& cell, Rect box, const UiStrings& words) {
  canvas.rounded(box, theme::kRadiusCell, cell.ground);
  const float h = title_height(canvas);
  const float middle = box.y + 12 + h / 2;
  canvas.icon(cell.icon, {box.x + 14, middle - 10}, {20, cell.ink, 2.2F});
  const theme::Type type = theme::kLabel.weighing(700).growing(1.3F);
  const float figure = cell.figure.empty() ? 0 : canvas.text_width(cell.figure, type);
  TextStyle title{type, cell.ink};
  title.width = box.w - 42 - kPadding - figure - (figure > 0 ? 12.F : 0.F);
  title.max_lines = 1;
  canvas.paragraph(cell.title, {box.x + 42, middle - h / 2, title.width, h}, title);
  canvas.label(cell.figure, {box.right() - kPadding - figure, middle}, {type, cell.ink});
  const float width = box.w - 2 * kPadding;
  float y = box.y + 12 + h + 4;
  for (const DimensionReview& row : cell.rows) {
    draw_row(canvas, row, {box.x + kPadding, y}, width, words);
    y += row_height(canvas, row, width, words);
  }
  for (const auto& [text, style] : cell.texts) {
    y += draw_block(canvas, text, {box.x + kPadding, y}, width, style) + 4;
  }
}

float draw_cells(Canvas& canvas,
                 const std::vector<Cell>& cells,
                 Vec at,
                 float width,
                 const UiStrings& words) {
  float y = at.y;
  for (std::size_t i = 0; i < cells.size(); i += 2) {
    const bool pair = i + 1 < cells.size();
    const float w = pair ? (width - kGap) / 2 : width;
    float h = height_of(canvas, cells[i], w, words);
    if (pair) {
      h = std::max(h, height_of(canvas, cells[i + 1], w, words));
      draw_cell(canvas, cells[i + 1], {at.x + w + kGap, y, w, h}, words);
    }
    draw_cell(canvas, cells[i], {at.x, y, w, h}, words);
    y += h + kGap - 4;
  }
  return y - at.y;
}

}  // namespace mot
