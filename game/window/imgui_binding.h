// Dear ImGui on our window, for the trainer's tools only; made when first needed. Draws over what
// the canvas has drawn. See docs: TECH, section 1, for why events are queued.
#pragma once

#include <deque>
#include <map>
#include <string>

#include "game/window/event.h"

namespace mot {

class Platform;

class ImguiBinding {
 public:
  // Borrows the window, which must stay open longer. The language picks the characters to load.
  ImguiBinding(Platform& platform, const std::string& language);
  ~ImguiBinding();
  ImguiBinding(const ImguiBinding&) = delete;
  ImguiBinding& operator=(const ImguiBinding&) = delete;

  // Takes an event; true when it is meant for the tools and for nobody else.
  bool handle(const Event& event);
  // Between these two, tools may call ImGui. `scale`: pixels a logical unit.
  void begin(float scale, float dt);
  void end();
  // Are there events that wait for the next frame?
  bool pending() const { return !events_.empty(); }
  void show_metrics(bool& open);

 private:
  void apply_queue();
  bool apply(const Event& event, bool& key_used, bool& button_used);
  void load_font(float scale);

  Platform& platform_;
  std::deque<Event> events_;
  std::string clipboard_;
  float scale_ = 0;
};

}  // namespace mot
