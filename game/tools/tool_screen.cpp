#include "game/tools/tool_screen.h"

#include <utility>

#include "game/window/canvas.h"

namespace mot {

Request ToolScreen::handle(const Event& /*event*/) {
  redraw();
  return Request::none();
}

bool ToolScreen::is_shortcut(const Event& event) {
  if (event.type != Event::Type::key_down || ui_.popup_open()) {
    return false;
  }
  const bool function = event.key >= Key::f1 && event.key <= Key::f12;
  const bool escape = event.key == Key::escape && ui_.typing().field.empty();
  return event.control || function || escape;
}

// Letters are typed when their field is drawn: what is saved or undone before would be without
// them.
bool ToolScreen::before_tools(const Event& event) {
  const bool key = event.type == Event::Type::key_down || event.type == Event::Type::text;
  if (key && (!later_.empty() || (is_shortcut(event) && !ui_.typing().events.empty()))) {
    later_.push_back(event);
    redraw();
    return true;
  }
  return take(event);
}

bool ToolScreen::take(const Event& event) {
  if (is_shortcut(event) && shortcut(event)) {
    redraw();
    return true;
  }
  return ui_.take(event);
}

Request ToolScreen::update(const Tick& tick) {
  if (ui_.typing().events.empty()) {
    for (const Event& event : std::exchange(later_, {})) {
      before_tools(event);
      redraw();
    }
  }
  step(tick);
  Request request = std::move(request_);
  request_ = Request::none();
  return request;
}

bool ToolScreen::bring_into_sight(const std::string& id) {
  ui_.bring_into_sight(id);
  redraw();
  return true;
}

void ToolScreen::draw(Canvas& canvas) {
  canvas.rect({0, 0, kLogicalWidth, kLogicalHeight}, theme::kCream);
}

void ToolScreen::tools(ToolFrame& frame) {
  frames_ = std::max(0, frames_ - 1);
  ui_.begin(frame);
  draw_tools(ui_);
  ui_.end();
}

}  // namespace mot
