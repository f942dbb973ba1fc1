// Dear ImGui on our window, for the trainer's tools only; made when first needed. Lies above what
// the canvas has drawn.
#pragma once

#include <deque>
#include <span>
#include <string>
#include <vector>

#include "game/window/event.h"
#include "game/window/imgui_fonts.h"
#include "game/window/imgui_painter.h"

namespace mot {

class Platform;

class ImguiBinding {
 public:
  // Borrows the window, which must stay open longer.
  explicit ImguiBinding(Platform& platform);
  ~ImguiBinding();
  ImguiBinding(const ImguiBinding&) = delete;
  ImguiBinding& operator=(const ImguiBinding&) = delete;

  // Takes an event; true when it is meant for the tools and for nobody else.
  bool handle(const Event& event);
  // Between these two, tools may call ImGui. `scale`: pixels a logical unit.
  void begin(float scale, float dt);
  // The parts of the window, in pixels, where the tools look different from the frame before.
  std::vector<Rect> end();
  // Paints these parts of the last frame, before the next one begins.
  void paint(std::span<const Rect> parts);
  // Are there events that wait for the next frame, or is a key held down?
  bool pending() const;
  // A character that a text needs is there at the next begin().
  ImguiFonts& fonts() { return fonts_; }
  void show_metrics(bool& open);

 private:
  void apply_queue();
  bool apply(const Event& event, bool& key_used, bool& button_used);

  Platform& platform_;
  std::deque<Event> events_;
  std::string clipboard_;
  ImguiFonts fonts_;
  ImguiPainter painter_;
};

}  // namespace mot
