// The right column of the editor: what is wrong, what best and worst play come to, what simulated
// customers say, and what smells.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "game/editor/editor_context.h"
#include "game/tools/tool_ui.h"

namespace mot {

class LiveColumn {
 public:
  void draw(ToolUi& ui, EditorContext& context);

 private:
  // A finding as it is listed.
  struct Remark {
    std::string id;
    Severity severity;
    Position position;
    std::string message;
    std::string hint;
    bool here;  // in this file
  };
  void read(EditorContext& context);
  void draw_findings(ToolUi& ui, EditorContext& context) const;
  static void draw_remark(ToolUi& ui,
                          EditorContext& context,
                          const Remark& remark,
                          std::size_t number);

  std::shared_ptr<const LiveFindings> found_;
  std::vector<Remark> remarks_;  // of found_, the gravest first
};

// Errors, warnings and smells that are more than hints: what keeps a scenario from being published.
// Nothing while they are counted, and where they could not be.
std::optional<std::size_t> findings_to_mend(const EditorContext& context);

}  // namespace mot
