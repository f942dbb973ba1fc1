// The first steps of a new author, below the panels of the editor: what to do next and why, what of
// it is done, and an outline round the control that is meant. It is offered the first time and can
// be called at any time; where somebody stands outlasts the program.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/authoring/first_steps.h"
#include "game/editor/editor_context.h"
#include "game/tools/tool_ui.h"

namespace mot {

// The first steps are to be gone through in that file from the beginning.
void begin_first_steps(GameContext& game, const std::string& file);

class FirstStepsPanel {
 public:
  // Where the author stands in this file, if they have begun.
  explicit FirstStepsPanel(EditorContext& context);

  bool shown() const { return offered_ || (steps_ && open_); }
  // Pixels that it takes; 0 while it is not shown.
  float height() const { return shown() ? height_ : 0; }
  // The author asks for it, or wants it away. A scenario that is written already has no first step
  // left: then an empty page is offered.
  void toggle(EditorContext& context);
  // Before a frame is drawn; `panel`: the name of the tab that is shown.
  void look(ToolUi& ui, EditorContext& context, std::string_view panel, bool saved);
  // Draws it, `width` pixels wide. True: the author wants a new scenario to begin with.
  bool draw(ToolUi& ui, EditorContext& context, ImVec2 at, float width);

 private:
  bool begin(EditorContext& context);
  FirstStepsView view_of(EditorContext& context, std::string_view panel, bool saved) const;
  void keep(EditorContext& context);
  bool draw_offer(ToolUi& ui, EditorContext& context, float width);
  void draw_step(ToolUi& ui, EditorContext& context, float width);
  void draw_parts(ToolUi& ui, const EditorContext& context);
  void draw_buttons(ToolUi& ui, EditorContext& context);

  std::optional<FirstSteps> steps_;
  bool open_ = false;
  bool offered_ = false;
  float height_ = 0;
};

}  // namespace mot
