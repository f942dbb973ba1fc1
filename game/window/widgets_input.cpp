// Ui: pointer, keyboard, scrolling.
#include <cmath>
#include <utility>

#include "game/window/widgets.h"

namespace mot {
namespace {

constexpr float kNotch = 56;  // units a notch of the wheel
constexpr float kScrollTime = 0.16F;
constexpr float kBarWidth = 8;
constexpr float kLeastBar = 28;

}  // namespace

const Ui::Control* Ui::at(Vec p) const {
  for (auto it = controls_.rbegin(); it != controls_.rend(); ++it) {
    if (it->enabled && it->visible.contains(p)) {
      return &*it;
    }
  }
  return nullptr;
}

const Ui::Control* Ui::find(const std::string& id) const {
  for (const Control& control : controls_) {
    if (control.id == id) {
      return &control;
    }
  }
  return nullptr;
}

std::vector<std::string> Ui::enabled_controls() const {
  std::vector<std::string> ids;
  for (const Control& control : controls_) {
    if (control.enabled) {
      ids.push_back(control.id);
    }
  }
  return ids;
}

Rect Ui::visible_box(const std::string& id) const {
  const Control* control = find(id);
  return control == nullptr ? Rect{} : control->visible;
}

void Ui::begin_scroll(Canvas& canvas, const std::string& id, Rect view, float content_height) {
  Scroll& scroll = scrolls_[id];
  scroll.view = view;
  scroll.content = content_height;
  scroll.seen = true;
  if (scroll.offset > scroll.most()) {
    scroll.offset = scroll.most();
    scroll.shown.set(scroll.offset);
  }
  open_scroll_ = id;
  canvas.mark(id, view);
  canvas.push();
  canvas.clip(view);
  canvas.set_scrolling();
  canvas.translate({0, -std::round(scroll.shown.value())});
}

void Ui::end_scroll(Canvas& canvas) {
  canvas.pop();
  const Scroll& scroll = scrolls_[open_scroll_];
  open_scroll_.clear();
  if (scroll.most() > 0) {
    canvas.pill(bar_of(scroll), faded(theme::kInk, dragging_.empty() ? 0.22F : 0.4F));
  }
}

bool Ui::in_view(Rect box) const {
  const auto scroll = scrolls_.find(open_scroll_);
  if (scroll == scrolls_.end()) {
    return true;
  }
  const Rect& view = scroll->second.view;
  const float top = box.y - std::round(scroll->second.shown.value());
  return top < view.bottom() && top + box.h > view.y;
}

void Ui::scroll_to(const std::string& id, float offset) {
  Scroll& scroll = scrolls_[id];
  scroll.offset = std::clamp(offset, 0.F, std::max(0.F, scroll.most()));
  scroll.shown.set(scroll.offset);
}

Rect Ui::bar_of(const Scroll& scroll) const {
  const float room = scroll.view.h - 8;
  const float h = std::max(kLeastBar, room * scroll.view.h / std::max(1.F, scroll.content));
  const float y =
      scroll.view.y + 4 + (room - h) * scroll.shown.value() / std::max(1.F, scroll.most());
  return {scroll.view.right() - kBarWidth - 2, y, kBarWidth, h};
}

bool Ui::scroll_by(Scroll& scroll, float by) {
  const float target = std::clamp(scroll.offset + by, 0.F, scroll.most());
  if (target == scroll.offset) {
    return false;
  }
  scroll.offset = target;
  if (still_) {
    scroll.shown.set(target);
  } else {
    scroll.shown.go(target, kScrollTime, Easing::out_cubic);
  }
  return true;
}

Ui::Scroll* Ui::scroll_at(Vec p) {
  Scroll* only = nullptr;
  int seen = 0;
  for (auto& [id, scroll] : scrolls_) {
    if (scroll.seen && scroll.view.contains(p)) {
      return &scroll;
    }
    if (scroll.seen) {
      only = &scroll;
      ++seen;
    }
  }
  return seen == 1 ? only : nullptr;
}

void Ui::drag_bar(float y) {
  Scroll& scroll = scrolls_[dragging_];
  const Rect bar = bar_of(scroll);
  const float room = std::max(1.F, scroll.view.h - 8 - bar.h);
  scroll.offset =
      std::clamp((y - drag_from_ - scroll.view.y - 4) / room * scroll.most(), 0.F, scroll.most());
  scroll.shown.set(scroll.offset);
}

std::string Ui::handle(const Event& event) {
  consumed_ = false;
  switch (event.type) {
    case Event::Type::mouse_move:
      pointer_ = event.at;
      if (!dragging_.empty()) {
        drag_bar(event.at.y);
        consumed_ = true;
      } else {
        const Control* under = at(event.at);
        hovered_ = under != nullptr ? under->id : "";
      }
      return "";
    case Event::Type::mouse_left:
      pointer_ = {-1, -1};
      hovered_.clear();
      return "";
    case Event::Type::focus_lost:
      pressed_.clear();
      dragging_.clear();
      return "";
    case Event::Type::mouse_down: {
      if (event.button != MouseButton::left) {
        return "";
      }
      pointer_ = event.at;
      keyboard_ = false;
      for (auto& [id, scroll] : scrolls_) {
        if (scroll.seen && scroll.most() > 0 && bar_of(scroll).inset(-4).contains(event.at)) {
          dragging_ = id;
          drag_from_ = event.at.y - bar_of(scroll).y;
          consumed_ = true;
          return "";
        }
      }
      const Control* under = at(event.at);
      pressed_ = under != nullptr ? under->id : "";
      hovered_ = pressed_;
      consumed_ = under != nullptr;
      if (under != nullptr) {
        focused_ = under->id;
      }
      return "";
    }
    case Event::Type::mouse_up: {
      if (event.button != MouseButton::left) {
        return "";
      }
      const bool dragged = !std::exchange(dragging_, "").empty();
      const std::string was = std::exchange(pressed_, "");
      const Control* under = at(event.at);
      consumed_ = dragged || !was.empty();
      return !was.empty() && under != nullptr && under->id == was ? was : "";
    }
    case Event::Type::wheel:
      if (Scroll* scroll = scroll_at(event.at)) {
        consumed_ = scroll_by(*scroll, -event.wheel * kNotch);
      }
      return "";
    case Event::Type::key_down: return key(event);
    default: return "";
  }
}

std::string Ui::key(const Event& event) {
  if (event.control || event.alt) {
    return "";
  }
  switch (event.key) {
    case Key::tab: consumed_ = step_focus(event.shift ? -1 : 1); return "";
    case Key::left: consumed_ = move_focus({-1, 0}); return "";
    case Key::right: consumed_ = move_focus({1, 0}); return "";
    case Key::up: consumed_ = move_focus({0, -1}); return "";
    case Key::down: consumed_ = move_focus({0, 1}); return "";
    case Key::page_up:
    case Key::page_down:
    case Key::home:
    case Key::end:
      if (Scroll* scroll = scroll_at(pointer_)) {
        const bool back = event.key == Key::page_up || event.key == Key::home;
        const bool far = event.key == Key::home || event.key == Key::end;
        consumed_ = scroll_by(
            *scroll, (back ? -1.F : 1.F) * (far ? scroll->content : scroll->view.h * 0.9F));
      }
      return "";
    case Key::enter:
    case Key::space: {
      const Control* control = find(focused_);
      if (control != nullptr && control->enabled && keyboard_) {
        consumed_ = true;
        return focused_;
      }
      return "";
    }
    default: return "";
  }
}

void Ui::focus_moved() {
  keyboard_ = true;
  bring_into_sight(focused_);
}

bool Ui::bring_into_sight(const std::string& id) {
  const Control* control = find(id);
  if (control == nullptr || control->scroll.empty()) {
    return false;
  }
  Scroll& scroll = scrolls_[control->scroll];
  const float above = scroll.view.y + 12 - control->box.y;
  const float below = control->box.bottom() + 12 - scroll.view.bottom();
  if (above > 0) {
    return scroll_by(scroll, -above);
  }
  return below > 0 && scroll_by(scroll, below);
}

bool Ui::step_focus(int by) {
  std::vector<const Control*> order;
  int now = -1;
  for (const Control& control : controls_) {
    if (control.enabled) {
      if (control.id == focused_) {
        now = static_cast<int>(order.size());
      }
      order.push_back(&control);
    }
  }
  if (order.empty()) {
    return false;
  }
  const int n = static_cast<int>(order.size());
  const int next = now < 0 ? (by > 0 ? 0 : n - 1) : (now + by + n) % n;
  focused_ = order[static_cast<std::size_t>(next)]->id;
  focus_moved();
  return true;
}

// The nearest control in that direction; what lies aside counts double.
bool Ui::move_focus(Vec direction) {
  const Control* from = find(focused_);
  if (from == nullptr || !keyboard_) {
    if (from != nullptr) {
      focus_moved();
      return true;
    }
    return step_focus(1);
  }
  const Control* best = nullptr;
  float best_distance = 0;
  for (const Control& control : controls_) {
    const Vec d = control.box.centre() - from->box.centre();
    const float along = d.x * direction.x + d.y * direction.y;
    const float aside = std::fabs(d.x * direction.y) + std::fabs(d.y * direction.x);
    if (!control.enabled || along < 2 || aside > along * 3) {
      continue;
    }
    const float distance = along + 2 * aside;
    if (best == nullptr || distance < best_distance) {
      best = &control;
      best_distance = distance;
    }
  }
  if (best == nullptr) {
    return false;
  }
  focused_ = best->id;
  focus_moved();
  return true;
}

}  // namespace mot
