// The trainer's PIN in the window: set, changed, taken away, by whoever sees everybody's records.
#pragma once

#include <optional>
#include <string>

#include "engine/text/ui_strings.h"
#include "game/screens/text_field.h"

namespace mot {

class PinPanel {
 public:
  static constexpr const char* kField = "new-pin";  // its field's control

  PinPanel();

  // Its field, where that is the control `id`; else null.
  TextField* field_of(const std::string& id) { return id == kField ? &field_ : nullptr; }

  // Whether the control `id` is one of its buttons.
  static bool owns(const std::string& id) { return id == "pin-set" || id == "pin-remove"; }
  // The control `id` was used; returns the PIN to set now: typed twice, long enough; empty: none
  // any more. Nothing: the control is another's, or something is to be typed yet.
  std::optional<std::string> use(const std::string& id);
  // Forgets what was typed, and says this from now on; a key of the interface's texts.
  void say(const std::string& key);

  // Draws what there is to do from `at` on; returns its height. `guarded`: there is a PIN;
  // `locked`: and it was not given.
  float draw(Canvas& canvas,
             Ui& ui,
             Vec at,
             float width,
             bool guarded,
             bool locked,
             const UiStrings& words);

 private:
  TextField field_;
  std::string first_;  // typed once; empty: not yet
  std::string said_;   // a key; empty: nothing
};

}  // namespace mot
