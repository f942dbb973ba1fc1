// A screen drawn with the trainer's tools. It draws a frame only when something has happened, so
// that it costs nothing while nobody touches it.
#pragma once

#include <vector>

#include "game/tools/tool_ui.h"
#include "game/window/screen.h"

namespace mot {

class ToolScreen : public Screen {
 public:
  explicit ToolScreen(Toolkit& toolkit) : toolkit_(toolkit), ui_(toolkit) {}

  Request handle(const Event& event) override;
  Request update(const Tick& tick) override;
  void draw(Canvas& canvas) override;
  bool needs_frame() const override { return frames_ > 0; }
  bool busy() const override { return needs_frame() || waiting(); }
  Listening listening() const override { return Listening::typing; }
  bool over_control() const override { return ui_.over_control(); }
  void resumed() override { redraw(); }
  bool bring_into_sight(const std::string& id) override;
  bool wants_tools() const override { return true; }
  bool before_tools(const Event& event) override;
  void tools(ToolFrame& frame) override;

 protected:
  // Draws everything; called only when a frame is due.
  virtual void draw_tools(ToolUi& ui) = 0;
  // A key with Ctrl, a function key, or Escape where nothing is open and nobody types; true: taken.
  virtual bool shortcut(const Event& /*event*/) { return false; }
  // About 60 times a second, drawn or not: look whether something has changed, and redraw().
  virtual void step(const Tick& /*tick*/) {}
  // Something is still being worked out; scripts wait for it.
  virtual bool waiting() const { return false; }

  void redraw() { frames_ = kFrames; }
  // Asks the app for another screen, after this frame.
  void go(Request request) { request_ = std::move(request); }

  Toolkit& toolkit_;
  ToolUi ui_;

 private:
  bool is_shortcut(const Event& event);
  bool take(const Event& event);

  static constexpr int kFrames = 3;  // what is drawn may depend on what was drawn before

  Request request_;
  std::vector<Event> later_;  // keys that wait until what was typed before them is in its field
  int frames_ = kFrames;
};

}  // namespace mot
