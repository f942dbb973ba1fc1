// A tab of the editor. A new one is a file of its own and a line in panels.cpp.
#pragma once

#include <string>

#include "game/editor/editor_context.h"
#include "game/tools/tool_ui.h"

namespace mot {

class Panel {
 public:
  Panel() = default;
  Panel(const Panel&) = delete;
  Panel& operator=(const Panel&) = delete;
  virtual ~Panel() = default;

  // The tab has the test id "tab-<name>" and the text "editor.tab-<name>".
  virtual std::string name() const = 0;
  // Draws into the room of the current Dear ImGui window.
  virtual void draw(ToolUi& ui, EditorContext& context) = 0;
  // A key that the editor does not know; true: taken.
  virtual bool shortcut(const Event& /*event*/, EditorContext& /*context*/) { return false; }
  // About 60 times a second while the tab is shown; true: it looks different now.
  virtual bool step(float /*dt*/, EditorContext& /*context*/) { return false; }
  // Another tab is shown from now on.
  virtual void left(EditorContext& /*context*/) {}
  // The file beside the scenario's (EditorContext::beside()) that is edited here; null: none. While
  // the tab is shown, undo and redo are that one's.
  virtual EditedText* own_file() { return nullptr; }
  // Something of it is still being worked out.
  virtual bool waiting() const { return false; }
};

}  // namespace mot
