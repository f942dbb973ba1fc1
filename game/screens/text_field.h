// One line to type or paste into. The caret stands at the end: for short texts such as a name.
#pragma once

#include <string>

#include "game/window/event.h"
#include "game/window/platform.h"
#include "game/window/widgets.h"

namespace mot {

class TextField {
 public:
  // Holds at most so many characters as a reader counts them.
  explicit TextField(std::size_t most_characters) : most_(most_characters) {}

  void set(std::string text) { text_ = std::move(text); }
  // Shows a dot for each character, and does not give them to the clipboard: for a PIN.
  void hide_letters() { hidden_ = true; }
  const std::string& text() const { return text_; }

  // Typing, Backspace, Delete (all away), Ctrl+V, Ctrl+C; true when the event was used up. Call
  // only while the field has the focus.
  bool handle(const Event& event, Platform& platform);
  // Places it as control `id`; `hint` stands there while it is empty.
  void draw(Canvas& canvas, Ui& ui, const std::string& id, Rect box, const std::string& hint);

 private:
  void add(const std::string& typed);

  std::string text_;
  std::size_t most_;
  bool hidden_ = false;
};

}  // namespace mot
