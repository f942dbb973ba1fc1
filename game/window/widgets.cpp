#include "game/window/widgets.h"

#include <cmath>

namespace mot {
namespace {

// Pills are as high as they are.
constexpr theme::Type kChip = theme::kCaption.weighing(600).growing(1.4F);
constexpr theme::Type kChoice = theme::kLabel.growing(1.5F);

constexpr float kRingGap = 3;
constexpr float kStrongRing = 5;  // with high contrast

struct Paint {
  Colour fill;
  Colour hover;
  Colour ink;
};

Paint paint_of(const ButtonLook& look) {
  if (!look.enabled) {
    return {theme::kDisabled, theme::kDisabled, theme::kInk2};
  }
  switch (look.kind) {
    case ButtonKind::primary: return {theme::kTeal, theme::kTeal700, theme::kPaper};
    case ButtonKind::outline: return {theme::kPaper, theme::kCream, theme::kInk};
    case ButtonKind::amber:
      return {theme::kAmber, mixed(theme::kAmber, theme::kAmber800, 0.15F), theme::kInk};
    case ButtonKind::danger: return {theme::kCoral700, theme::kCoral800, theme::kPaper};
    case ButtonKind::quiet:
    case ButtonKind::round: return {theme::kSand, theme::kLine, theme::kInk};
    case ButtonKind::plain: return {faded(theme::kSand, 0), theme::kSand, theme::kInk};
  }
  return {};
}

float radius_of(const ButtonLook& look, Rect box) {
  if (look.radius >= 0) {
    return look.radius;
  }
  const bool pill = look.kind == ButtonKind::quiet || look.kind == ButtonKind::round;
  return pill ? box.h / 2 : theme::kRadiusButton;
}

void draw_face(Canvas& canvas,
               Rect box,
               const std::string& label,
               const ButtonLook& look,
               Colour ink) {
  const IconStyle icon{look.icon_size, ink, 2.2F, look.icon_filled};
  if (label.empty()) {
    canvas.icon_centred(look.icon, box.centre(), icon);
    return;
  }
  TextStyle style{look.type, ink};
  const float gap = 8;
  const float icon_room = look.icon.empty() ? 0 : look.icon_size + gap;
  const float room = box.w - icon_room - (look.left_aligned ? 32.F : 16.F);
  float width = canvas.text_width(label, look.type);
  if (width > room) {
    style.width = room;
    style.max_lines = 1;
    width = room;
  }
  const float start = look.left_aligned ? box.x + 16 : box.x + (box.w - width - icon_room) / 2;
  const bool icon_left = !look.icon.empty() && !look.icon_right;
  const float size = canvas.measure(label, style).size;
  canvas.text(label, {start + (icon_left ? icon_room : 0), box.y + box.h / 2 + size * 0.36F},
              style);
  if (!look.icon.empty()) {
    const float x = icon_left ? start : start + width + gap;
    canvas.icon(look.icon, {x, box.y + (box.h - look.icon_size) / 2}, icon);
  }
}

}  // namespace

void Ui::begin(bool still) {
  still_ = still;
  placing_.clear();
  open_scroll_.clear();
  for (auto& [id, scroll] : scrolls_) {
    scroll.seen = false;
  }
}

void Ui::end(Canvas& /*canvas*/) {
  controls_ = placing_;
  const Control* under = at(pointer_);
  hovered_ = under != nullptr ? under->id : "";
}

ControlState Ui::place(Canvas& canvas,
                       const std::string& id,
                       Rect box,
                       float radius,
                       bool enabled,
                       bool ring) {
  Control control{id, box, box, enabled, open_scroll_};
  if (!open_scroll_.empty()) {
    const Scroll& scroll = scrolls_[open_scroll_];
    control.box = box.moved({0, -scroll.shown.value()});
    control.visible = intersection(control.box, scroll.view);
  }
  placing_.push_back(control);
  canvas.mark(id, box);
  ControlState state;
  state.enabled = enabled;
  state.pressed = enabled && pressed_ == id && !still_;
  state.focused = keyboard_ && shows_focus(id);
  const bool hot = enabled && (hovered_ == id || state.focused);
  Tween& hover = hover_[id];
  if (still_) {
    hover.set(hot ? 1.F : 0.F);
  } else {
    hover.go(hot ? 1.F : 0.F, theme::kHover);
  }
  state.hover = hover.value();
  if (state.focused && ring) {
    draw_focus_ring(canvas, box, radius);
  }
  return state;
}

void Ui::mark_chosen() { placing_.back().chosen = true; }

bool Ui::is_chosen(const std::string& id) const {
  const Control* control = find(id);
  return control != nullptr && control->chosen;
}

ControlState Ui::button(Canvas& canvas,
                        const std::string& id,
                        Rect box,
                        const std::string& label,
                        const ButtonLook& look) {
  const float radius = radius_of(look, box);
  const ControlState state = place(canvas, id, box, radius, look.enabled);
  const Paint paint = paint_of(look);
  canvas.push();
  if (state.pressed) {
    canvas.zoom_about(box.centre(), theme::kPressScale, theme::kPressScale);
  }
  canvas.rounded(box, radius, mixed(paint.fill, paint.hover, state.hover));
  if (look.kind == ButtonKind::outline) {
    canvas.border(box, radius, 2, mixed(theme::kOutline, theme::kTeal, state.hover));
  }
  draw_face(canvas, box, label, look, paint.ink);
  canvas.pop();
  return state;
}

Rect Ui::choice_chip(Canvas& canvas,
                     const std::string& id,
                     Vec left_top,
                     const std::string& label,
                     bool chosen) {
  const Rect box{left_top.x, left_top.y, canvas.text_width(label, kChoice) + 30, 32};
  const ControlState state = place(canvas, id, box, 16);
  if (chosen) {
    mark_chosen();
  }
  const Colour idle = mixed(theme::kSand, theme::kLine, state.hover);
  canvas.pill(box, chosen ? theme::kTeal : idle);
  canvas.label(label, {box.x + 15, box.y + 16}, {kChoice, chosen ? theme::kPaper : theme::kInk});
  return box;
}

void Ui::focus(const std::string& id, bool by_keyboard) {
  focused_ = id;
  keyboard_ = keyboard_ || by_keyboard;
}

void Ui::update(float dt) {
  for (auto& [id, hover] : hover_) {
    hover.update(dt);
  }
  for (auto& [id, scroll] : scrolls_) {
    scroll.shown.update(dt);
  }
}

bool Ui::moving() const {
  const auto moves = [](const auto& entry) { return entry.second.moving(); };
  return std::any_of(hover_.begin(), hover_.end(), moves) ||
         std::any_of(scrolls_.begin(), scrolls_.end(),
                     [](const auto& entry) { return entry.second.shown.moving(); });
}

void draw_focus_ring(Canvas& canvas, Rect box, float radius) {
  const Rect around = box.inset(-kRingGap);
  if (canvas.high_contrast()) {
    // A white one around the black: seen on every ground.
    canvas.border(around, radius + kRingGap, kStrongRing + 4, theme::kPaper);
    canvas.border(around, radius + kRingGap, kStrongRing, theme::kInk);
    return;
  }
  canvas.border(around, radius + kRingGap, theme::kSelectionBorder, theme::kTeal);
}

Rect draw_chip(Canvas& canvas,
               Vec left_top,
               const std::string& label,
               Colour fill,
               Colour ink,
               const std::string& icon,
               float height) {
  const float icon_room = icon.empty() ? 0 : 18;
  const Rect box{left_top.x, left_top.y, chip_width(canvas, label, !icon.empty()), height};
  canvas.pill(box, fill);
  if (!icon.empty()) {
    canvas.icon(icon, {box.x + 8, box.y + height / 2 - 8}, {16, ink, 1.8F});
  }
  canvas.label(label, {box.x + 11 + icon_room, box.y + height / 2}, {kChip, ink});
  return box;
}

float chip_width(Canvas& canvas, const std::string& label, bool with_icon) {
  return canvas.text_width(label, kChip) + 22 + (with_icon ? 18.F : 0.F);
}

}  // namespace mot
