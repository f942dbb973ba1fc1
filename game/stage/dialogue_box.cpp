#include "game/stage/dialogue_box.h"

#include <algorithm>
#include <utility>

#include "engine/base/utf8.h"

namespace mot {
namespace {

// The tab is as high as it is.
constexpr theme::Type kName = theme::kCardTitle.growing(1.5F);
constexpr theme::Type kFeeling = theme::kLabel.growing(1.6F);
constexpr Rect kBox{24, 548, 744, 152};
constexpr float kMostHeight = 352;  // beyond that the words scroll
constexpr float kTextX = 52;
constexpr float kNarrow = 560;  // beside the ring or a button
constexpr float kWide = 660;
constexpr float kAbove = 20;  // the name tab reaches so far into the box
constexpr float kBelow = 4;

struct ChipColours {
  Colour fill;
  Colour border;
  Colour dot;
  Colour ink;
};

ChipColours colours_of(Feeling feeling) {
  switch (feeling) {
    case Feeling::delighted:
    case Feeling::pleased:
    case Feeling::relieved: return {theme::kTeal50, theme::kTeal, theme::kTeal, theme::kTeal700};
    case Feeling::confused:
      return {theme::kViolet50, theme::kViolet, theme::kViolet, theme::kViolet};
    case Feeling::anxious:
      return {theme::kAmber50, theme::kAmber, theme::kAmber800, theme::kAmber800};
    case Feeling::annoyed:
    case Feeling::angry:
      return {theme::kCoral50, theme::kCoral, theme::kCoral700, theme::kCoral800};
    case Feeling::neutral: break;
  }
  return {theme::kPaper, theme::kOutline, theme::kInk3, theme::kInk2};
}

TextStyle words_style(float width) {
  TextStyle style{theme::kLineOfCustomer};
  style.width = width;
  return style;
}

}  // namespace

void DialogueBox::say(SpokenText text, bool whole) {
  text_ = std::move(text);
  characters_ = character_count(text_.text);
  revealed_ = whole ? static_cast<float>(characters_) : 0;
}

void DialogueBox::translate(SpokenText text) {
  const bool was_whole = whole();
  const float share = characters_ > 0 ? revealed_ / static_cast<float>(characters_) : 1;
  say(std::move(text), was_whole);
  if (!was_whole) {
    revealed_ = share * static_cast<float>(characters_);
  }
}

void DialogueBox::complete() { revealed_ = static_cast<float>(characters_); }

void DialogueBox::update(float dt, float characters_per_second, Puppet& puppet) {
  if (whole()) {
    return;
  }
  const int before = static_cast<int>(revealed_);
  revealed_ = std::min(revealed_ + dt * characters_per_second, static_cast<float>(characters_));
  const int after = static_cast<int>(revealed_);
  std::size_t at = 0;
  for (int i = 0; i < after && at < text_.text.size(); ++i) {
    const char32_t c = next_code_point(text_.text, at);
    if (i >= before) {
      puppet.spoken(c);
    }
  }
}

void DialogueBox::draw_tab(Canvas& canvas) const {
  const theme::Type role = kFeeling.weighing(400);
  const float y = box_.y - 20;
  const float name = canvas.text_width(text_.name, kName);
  float tab = name + 40;
  if (!text_.role.empty()) {
    tab += canvas.text_width(text_.role, role) + 12;
  }
  const float chip = canvas.text_width(text_.feeling_word, kFeeling) + 44;
  TextStyle role_style{role, theme::kOnInk};
  const float most = kBox.right() - 54 - 10 - chip;
  if (44 + tab > most) {
    tab = most - 44;
    role_style.width = std::max(20.F, tab - name - 52);
    role_style.max_lines = 1;
  }
  canvas.pill({44, y, tab, 40}, theme::kInk);
  canvas.label(text_.name, {64, y + 20}, {kName, theme::kPaper});
  if (!text_.role.empty()) {
    canvas.label(text_.role, {76 + name, y + 20}, role_style);
  }
  const ChipColours colours = colours_of(text_.feeling);
  const Rect mood{54 + tab, y + 2, chip, 36};
  canvas.pill(mood, colours.fill);
  canvas.border(mood.inset(1), 17, 2, colours.border);
  canvas.circle({mood.x + 18, y + 20}, 6, colours.dot);
  canvas.label(text_.feeling_word, {mood.x + 30, y + 20}, {kFeeling, colours.ink});
}

void DialogueBox::draw_words(Canvas& canvas, Ui& ui, Rect area) {
  const TextStyle style = words_style(area.w);
  const TextLayout& layout = canvas.measure(text_.text, style);
  const float height = layout.height;
  const int reveal = whole() ? -1 : static_cast<int>(revealed_);
  if (height <= area.h) {
    canvas.mark("line", area);
    canvas.paragraph(text_.text, area, style, true, reveal);
    return;
  }
  if (reveal >= 0) {
    // What is being said stays in view.
    float bottom = 0;
    for (std::size_t i = 0; i < layout.lines.size(); ++i) {
      if (layout.lines[i].first_character <= reveal) {
        bottom = static_cast<float>(i + 1) * layout.line_height;
      }
    }
    ui.scroll_to("line", std::max(0.F, bottom - area.h));
  }
  ui.begin_scroll(canvas, "line", {area.x, area.y, area.w + 24, area.h}, height);
  canvas.paragraph(text_.text, {area.x, area.y, area.w, height}, style, false, reveal);
  ui.end_scroll(canvas);
}

void DialogueBox::draw(Canvas& canvas,
                       Ui& ui,
                       const DialogueEnd& end,
                       Patience& patience,
                       bool still) {
  const float width = patience.shown() || !end.button.empty() ? kNarrow : kWide;
  const float needed = canvas.measure(text_.text, words_style(width)).height + kAbove + kBelow + 12;
  box_ = kBox;
  box_.h = std::clamp(needed, kBox.h, kMostHeight);
  box_.y = kBox.bottom() - box_.h;
  canvas.panel(box_, theme::kRadiusPanel, theme::kPaper, 3);
  draw_tab(canvas);
  draw_words(canvas, ui, {kTextX, box_.y + kAbove, width, box_.h - kAbove - kBelow});
  if (patience.shown()) {
    patience.draw(canvas, {700, box_.y + 70}, end.ring_label, still);
  }
  if (!whole()) {
    return;
  }
  if (!end.button.empty()) {
    const float w = std::max(120.F, canvas.text_width(end.button, theme::kLabel) + 62);
    ui.button(canvas, "continue", {box_.right() - 24 - w, box_.bottom() - 64, w, 44}, end.button,
              {.kind = ButtonKind::amber, .icon = "arrow", .icon_right = true});
  } else if (end.more) {
    const Rect spot{box_.right() - 60, box_.bottom() - 52, 36, 36};
    ui.button(canvas, "continue", spot, "",
              {.kind = ButtonKind::round, .icon = "right", .icon_size = 18});
  }
}

}  // namespace mot
