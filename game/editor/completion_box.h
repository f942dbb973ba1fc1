// What may be typed next, in a list below the caret: Up and Down choose, Enter or Tab puts it in.
#pragma once

#include <optional>
#include <string>

#include "engine/authoring/completion.h"
#include "game/tools/tool_ui.h"

namespace mot {

class CompletionBox {
 public:
  // For TextAreaLook::keys: takes the keys that the list is for, while there is one for `field`.
  bool take(const std::string& field, const Event& event);
  // Offers what fits now; the same again changes nothing.
  void offer(const std::string& field, Completion completion);
  // Draws the list at a place in pixels. The word that was chosen, once.
  void draw(ToolUi& ui, const std::string& field, ImVec2 at);
  // The word chosen for the field, and where it begins; then it is forgotten.
  std::optional<std::pair<std::size_t, std::string>> chosen(const std::string& field);

 private:
  bool open(const std::string& field) const {
    return field == field_ && !completion_.words.empty();
  }

  std::string field_;
  Completion completion_;
  std::size_t at_ = 0;
  bool picked_ = false;
};

}  // namespace mot
