// A field to type into: one line, a text that grows with what is in it, or a whole page with line
// numbers and colours that scrolls. What it shows is the caller's; what was typed is handed back.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "game/tools/tool_ui.h"

namespace mot {

// A stretch of a line in its colour; bytes of the line.
struct ColouredRun {
  std::size_t begin = 0;
  std::size_t end = 0;
  Colour colour = theme::kInk;
};

// Something to be said about a line, in its margin.
struct LineMark {
  std::size_t line = 0;  // from 0
  Colour colour = theme::kCoral700;
  std::string text;
};

enum class TextAreaKind {
  line,   // one line, as high as a button
  grows,  // broken at its width, as high as its text
  page    // not broken, fills the room there is, scrolls; with line numbers
};

struct TextAreaLook {
  TextAreaKind kind = TextAreaKind::line;
  float width = 0;     // logical units; 0: the room there is
  int rows = 2;        // the least, of one that grows
  std::string hint{};  // while it is empty
  bool enabled = true;
  bool wrong = false;  // what is in it will not do
  // Of a page: the colours of a line, by its number from 0; and what stands in the margin, sorted.
  std::function<void(std::size_t line, std::string_view, std::vector<ColouredRun>&)> colours{};
  const std::vector<LineMark>* marks = nullptr;
  // Keys that are somebody else's while this is typed in: return true to take one.
  std::function<bool(const Event&)> keys{};
};

struct TextAreaResult {
  std::optional<std::string> text;  // what it is now, where it was changed
  bool entered = false;             // Enter in a field of one line
  bool typing = false;
  std::size_t caret = 0;
  ImVec2 caret_at{};  // pixels, below the caret
};

TextAreaResult text_area(ToolUi& ui,
                         const std::string& id,
                         const std::string& text,
                         const TextAreaLook& look = {});

// Puts the caret of a field there and shows it when the field is drawn next; `high`: in the upper
// half of what is seen, so that what follows it is seen, too.
void put_caret(ToolUi& ui, const std::string& id, std::size_t at, bool high = false);

}  // namespace mot
