#include "game/editor/status_line.h"

namespace mot {

void draw_status_line(ToolUi& ui, EditorContext& context, ImVec2 room, ImVec2 size) {
  const float y = size.y - ui.px(room.y) + ui.px(8);
  const auto& problem = context.story().problem();
  const bool wrong = context.said().empty() ? problem.has_value() : context.said_problem();
  const std::string said = !context.said().empty() ? context.said()
                           : problem               ? context.game().said(*problem)
                                                   : context.word("editor.chinese");
  ui.draw_text(*ImGui::GetWindowDrawList(), {ui.px(room.x + 4), y},
               ui.fitted(said, size.x - ui.px(2 * room.x), ToolFont::small), ToolFont::small,
               wrong ? theme::kCoral800 : theme::kInk2);
  if (wrong) {
    ui.place("said-wrong", {ui.px(room.x), y}, {size.x - ui.px(room.x), size.y});
  }
}

}  // namespace mot
