// The left column of the editor: scenario, customer and all moments with their responses, and the
// search among them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "game/editor/editor_context.h"
#include "game/tools/tool_ui.h"

namespace mot {

class OutlineColumn {
 public:
  // Its rows scroll in the room that is left, or take as much as they need.
  enum class Rows { scroll, whole };
  void draw(ToolUi& ui, EditorContext& context, Rows rows);
  // Puts the keyboard into the search.
  void search(ToolUi& ui);

 private:
  void draw_adding(ToolUi& ui, EditorContext& context);
  void draw_moment(ToolUi& ui, EditorContext& context, const OutlinedMoment& moment);
  void fold(EditorContext& context);
  bool row(ToolUi& ui,
           const std::string& id,
           const std::string& icon,
           std::string_view label,
           bool chosen,
           float indent,
           Colour colour);

  std::string sought_;
  std::vector<std::string> folded_;  // all that is searched of each moment, as of …
  std::uint64_t folded_version_ = 0;
  std::uint64_t seen_selection_ = 0;
};

}  // namespace mot
