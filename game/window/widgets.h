// Buttons, chips, scrolling, focus. A screen owns one Ui; while it draws, it places its controls
// each by a test id, and Ui::handle then answers which one was used.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "game/window/canvas.h"
#include "game/window/event.h"
#include "game/window/motion.h"

namespace mot {

// How a control looks at the moment.
struct ControlState {
  float hover = 0;  // 0 … 1, eased; focus by keyboard counts as hovering
  bool pressed = false;
  bool focused = false;  // and the keyboard is in use: a ring is drawn
  bool enabled = true;
};

enum class ButtonKind {
  primary,  // teal
  outline,  // paper with a border
  amber,    // the one call to action of a screen
  danger,   // coral
  quiet,    // sand pill
  round,    // sand circle with an icon
  plain     // no fill
};

struct ButtonLook {
  ButtonKind kind = ButtonKind::primary;
  std::string icon;
  bool icon_right = false;  // the icon after the label
  bool icon_filled = false;
  bool left_aligned = false;  // icon and label at the left end
  bool enabled = true;
  theme::Type type = theme::kLabel;
  float radius = -1;  // negative: the kind's own
  float icon_size = 20;
};

class Ui {
 public:
  // Around all placing of a frame. `still`: no press scale, no hover fade.
  void begin(bool still = false);
  void end(Canvas& canvas);

  // Says that the control `id` is at `box` (units of the canvas as it is now translated by scroll
  // areas of this Ui); draws nothing but, when focused, the ring with corners of `radius`.
  ControlState place(Canvas& canvas,
                     const std::string& id,
                     Rect box,
                     float radius = theme::kRadiusButton,
                     bool enabled = true,
                     bool ring = true);

  ControlState button(Canvas& canvas,
                      const std::string& id,
                      Rect box,
                      const std::string& label,
                      const ButtonLook& look = {});
  // A pill of text that can be chosen; its width is the text's. Returns its box.
  Rect choice_chip(Canvas& canvas,
                   const std::string& id,
                   Vec left_top,
                   const std::string& label,
                   bool chosen);

  // The control placed last is the one of several that is chosen: told to those who do not see it.
  void mark_chosen();

  // A part that scrolls: between the two, draw and place at the content's own coordinates, of which
  // (view.x, view.y) is the left top one. Wheel, drag bar, Page Up and Down, focus all scroll it.
  void begin_scroll(Canvas& canvas, const std::string& id, Rect view, float content_height);
  void end_scroll(Canvas& canvas);
  // Whether anything of a box in the part that scrolls is seen: what is not need not be drawn, but
  // is still to be placed.
  bool in_view(Rect box) const;
  void scroll_to(const std::string& id, float offset);

  // Feeds an event; the id of the control that was used by it, or "". Tab, arrows, Enter, Space
  // move and use the focus.
  std::string handle(const Event& event);
  // Did the last handled event change something or get used up (focus moved, scrolled)?
  bool consumed() const { return consumed_; }
  void update(float dt);
  bool moving() const;

  // Scrolls so that a control can be seen; false where there is none of that id, or none that
  // scrolls.
  bool bring_into_sight(const std::string& id);

  const std::string& focused() const { return focused_; }
  const std::string& hovered() const { return hovered_; }
  // Puts the focus on a control, with the ring when `by_keyboard`.
  void focus(const std::string& id, bool by_keyboard = false);
  void clear_focus() { focused_.clear(); }
  // Draws no focus while `hidden`: to see by comparison what it looks like.
  void hide_focus(bool hidden) { focus_hidden_ = hidden; }
  // Does the control have the focus, and is it shown?
  bool shows_focus(const std::string& id) const { return focused_ == id && !focus_hidden_; }
  bool is_chosen(const std::string& id) const;
  // The controls that can be used, in the order of Tab.
  std::vector<std::string> enabled_controls() const;
  // What can be seen of a control, in logical units; an empty box where it is not there.
  Rect visible_box(const std::string& id) const;

 private:
  struct Control {
    std::string id;
    Rect box;      // logical units of the screen
    Rect visible;  // what the scroll areas leave of it
    bool enabled = true;
    std::string scroll;  // the area it is in
    bool chosen = false;
  };
  struct Scroll {
    Rect view;
    float content = 0;
    float offset = 0;
    Tween shown;
    bool seen = false;
    float most() const { return std::max(0.F, content - view.h); }
  };

  std::string key(const Event& event);
  bool move_focus(Vec direction);
  bool step_focus(int by);
  void focus_moved();
  const Control* at(Vec p) const;
  const Control* find(const std::string& id) const;
  bool scroll_by(Scroll& scroll, float units);
  Scroll* scroll_at(Vec p);
  void drag_bar(float y);
  Rect bar_of(const Scroll& scroll) const;

  std::vector<Control> controls_;  // of the last complete frame
  std::vector<Control> placing_;
  std::map<std::string, Scroll> scrolls_;
  std::string open_scroll_;
  std::map<std::string, Tween> hover_;
  std::string hovered_;
  std::string pressed_;
  std::string focused_;
  std::string dragging_;
  float drag_from_ = 0;
  Vec pointer_{-1, -1};
  bool keyboard_ = false;
  bool consumed_ = false;
  bool still_ = false;
  bool focus_hidden_ = false;
};

// What shows where the keyboard is, around a control of that shape.
void draw_focus_ring(Canvas& canvas, Rect box, float radius);

// A pill of text with an optional icon; returns its box.
Rect draw_chip(Canvas& canvas,
               Vec left_top,
               const std::string& label,
               Colour fill,
               Colour ink,
               const std::string& icon = "",
               float height = 26);
float chip_width(Canvas& canvas, const std::string& label, bool with_icon);

}  // namespace mot
