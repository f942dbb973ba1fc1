#include "game/screens/page.h"

#include <algorithm>

#include "game/screens/labels.h"
#include "game/stage/key_help.h"

namespace mot {

Page::Page(Toolkit& toolkit, std::shared_ptr<GameContext> context)
    : toolkit_(toolkit), context_(std::move(context)) {}

Request Page::handle(const Event& event) {
  if (keys_shown_) {
    return handle_keys_sheet(event);
  }
  if (event.type == Event::Type::key_down && event.key == Key::f1) {
    keys_shown_ = true;
    keys_ui_ = Ui();
    keys_ui_.focus("close-keys", true);
    dirty_ = true;
    return Request::none();
  }
  if (event.type == Event::Type::key_down && event.control && event.key == Key::l) {
    next_language();
    return Request::none();
  }
  const std::string used = ui_.handle(event);
  if (!used.empty()) {
    dirty_ = true;
    return use(used);
  }
  return event.type == Event::Type::key_down && !ui_.consumed() ? key(event) : Request::none();
}

Request Page::handle_keys_sheet(const Event& event) {
  const bool key = event.type == Event::Type::key_down;
  const bool away = key && (event.key == Key::escape || event.key == Key::f1);
  if (keys_ui_.handle(event) == "close-keys" || away) {
    keys_shown_ = false;
  }
  dirty_ = true;
  return Request::none();
}

void Page::remember(float& height, float now) {
  dirty_ = dirty_ || height != now;
  height = now;
}

float Page::draw_panel(Canvas& canvas,
                       const std::string& id,
                       Rect place,
                       const std::string& title,
                       const Inside& inside) {
  constexpr float kPadding = 24;
  constexpr float kAbove = 16;
  float& height = panels_[id];
  if (height > 0) {
    canvas.panel({place.x, place.y, place.w, height}, 20, theme::kPaper, 1);
  }
  const float inner = place.w - 2 * kPadding;
  float y = place.y + kAbove;
  if (height > 0 && !title.empty()) {
    y += draw_block(canvas, title, {place.x + kPadding, y}, inner, {theme::kPanelTitle.sized(18)});
    y += 8;
  }
  const float drawn = inside({place.x + kPadding, y}, inner);
  remember(height, drawn > 0 ? std::max(place.h, y + drawn + kAbove - place.y) : 0.F);
  return drawn > 0 ? place.y + height + theme::kGap : place.y;
}

std::string Page::announcement() const { return keys_shown_ ? text("keys.title") : title(); }

Request Page::update(const Tick& tick) {
  ui_.update(tick.dt);
  keys_ui_.update(tick.dt);
  return step(tick);
}

void Page::draw(Canvas& canvas) {
  dirty_ = false;
  ui_.begin(toolkit_.preferences.still);
  draw_page(canvas);
  ui_.end(canvas);
  if (keys_shown_) {
    keys_ui_.begin(toolkit_.preferences.still);
    draw_key_help(canvas, keys_ui_, words(), toolkit_.preferences.keys, KeySheet::page, 1);
    keys_ui_.end(canvas);
  }
}

void Page::show_focus(const std::string& id) {
  const std::vector<std::string> all = ui_.enabled_controls();
  const bool known = std::find(all.begin(), all.end(), ui_.focused()) != all.end();
  ui_.focus(known ? ui_.focused() : id, true);
  ui_.bring_into_sight(ui_.focused());
  dirty_ = true;
}

void Page::next_language() {
  const std::vector<std::string> all = context_->languages();
  const auto now = std::find(all.begin(), all.end(), context_->language());
  if (all.empty()) {
    return;
  }
  const bool last = now == all.end() || now + 1 == all.end();
  context_->set_language(last ? all.front() : *(now + 1));
  dirty_ = true;
  language_changed();
}

float block_height(Canvas& canvas, const std::string& text, float width, TextStyle style) {
  style.width = width;
  return text.empty() ? 0 : canvas.measure(text, style).height;
}

float draw_block(Canvas& canvas,
                 const std::string& text,
                 Vec left_top,
                 float width,
                 TextStyle style) {
  const float height = block_height(canvas, text, width, style);
  if (height > 0) {
    style.width = width;
    canvas.paragraph(text, {left_top.x, left_top.y, width, height}, style, false);
  }
  return height;
}

void draw_page_bar(Canvas& canvas,
                   Ui& ui,
                   const std::string& title,
                   const std::string& below,
                   float width) {
  draw_bar_ground(canvas);
  ui.button(canvas, "back", {16, 12, 40, 40}, "", {.kind = ButtonKind::round, .icon = "left"});
  TextStyle name{theme::kCardTitle.sized(18).growing(1.3F)};
  name.width = width;
  name.max_lines = 1;
  canvas.text(title, {70, below.empty() ? 38.F : 29.F}, name);
  TextStyle sub{theme::kCaption.growing(1.3F), theme::kInk2};
  sub.width = width;
  sub.max_lines = 1;
  canvas.text(below, {70, 50}, sub);
}

std::string language_name(const UiStrings& words, const std::string& tag) {
  const std::string key = "language." + tag;
  return words.contains(key) ? words.text(key) : tag;
}

}  // namespace mot
