#include "game/tools/tool_screen.h"

#include "game/window/canvas.h"

namespace mot {

Request ToolScreen::handle(const Event& /*event*/) {
  redraw();
  return Request::none();
}

bool ToolScreen::before_tools(const Event& event) {
  if (event.type == Event::Type::key_down && !ui_.popup_open()) {
    const bool function = event.key >= Key::f1 && event.key <= Key::f12;
    const bool escape = event.key == Key::escape && ui_.typing().field.empty();
    if ((event.control || function || escape) && shortcut(event)) {
      redraw();
      return true;
    }
  }
  return ui_.take(event);
}

Request ToolScreen::update(const Tick& tick) {
  step(tick);
  Request request = std::move(request_);
  request_ = Request::none();
  return request;
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
