// Controls of the trainer's tools, drawn with Dear ImGui and known by test ids: event scripts click
// them, Tab walks through them in the order they are drawn, and `check` sees their letters.
#pragma once

#include <imgui.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "game/tools/text_caret.h"
#include "game/window/imgui_fonts.h"
#include "game/window/screen.h"
#include "game/window/theme.h"

namespace mot {

enum class ToolButton { quiet, primary, amber, danger, plain };

struct ToolButtonLook {
  ToolButton kind = ToolButton::quiet;
  std::string icon{};  // of assets/icons; empty: none
  bool enabled = true;
  bool chosen = false;  // filled with the colour of what is selected
  bool left = false;    // letters at the left end
  float width = 0;      // logical units; 0: as wide as the label
  std::string help{};   // said when the pointer rests on it
};

struct ToolOption {
  std::string value;
  std::string label;
};

// Something to be decided before anything else; answers from left to right, the last the safest.
struct ToolQuestion {
  std::string id;  // test ids of the answers are "<id>/<answer>"
  std::string title;
  std::string text;
  struct Answer {
    std::string id;
    std::string label;
    ToolButton kind = ToolButton::quiet;
  };
  std::vector<Answer> answers;
};

// Who is typing where.
struct ToolTyping {
  std::string field;                        // its test id; empty: nobody types
  std::map<std::string, TextCaret> carets;  // by test id
  std::vector<Event> events;                // keys and characters not yet done
  bool takes_tab = false;                   // Tab is typed, too
  bool reveal = false;                      // the caret is to be scrolled into sight
  bool reveal_high = false;                 // and into the upper half of it
};

class ToolUi {
 public:
  explicit ToolUi(Toolkit& toolkit) : toolkit_(toolkit) {}

  // Around all drawing of a frame.
  void begin(ToolFrame& frame);
  void end();
  // Takes Tab, and what is typed into a field, before Dear ImGui hears of it.
  bool take(const Event& event);
  // A list or a question is open; keys are for it alone.
  bool popup_open() const;

  Toolkit& toolkit() { return toolkit_; }
  // Pixels a logical unit, and so many units in pixels: Dear ImGui counts in pixels.
  float scale() const { return scale_; }
  float px(float units) const { return units * scale_; }
  ImFont* font(ToolFont kind) const;
  // Colours for ImDrawList; of high contrast where the player wants it.
  ImU32 ink(Colour colour) const;
  ImU32 fill(Colour colour) const;
  // Of a line round something.
  ImU32 edge(Colour colour) const;

  // --- test ids and the keyboard
  // The item drawn last has that id.
  void mark(std::string_view id);
  // Something of our own at a place in pixels; `stop`: Tab stops there (a field to type in).
  void mark_box(std::string_view id, ImVec2 min, ImVec2 max, bool stop);
  // From now on an outline is drawn round the first of these that is on the screen, which is
  // brought into sight once.
  void point_out(const std::vector<std::string>& ids);
  // Something that is only looked at is there; scripts can wait for it.
  void place(std::string_view id, ImVec2 min, ImVec2 max);
  // Scrolls in the next frame so that the item of that id can be seen, if it is drawn.
  void bring_into_sight(std::string id) { wanted_in_sight_ = std::move(id); }
  // Puts the keyboard on a control when it is drawn next.
  void focus(std::string id);
  // The keyboard is on the item drawn last, and shown.
  bool item_focused() const;
  void draw_ring(ImVec2 min, ImVec2 max, float radius);
  ToolTyping& typing() { return typing_; }
  bool types_in(std::string_view id) const { return typing_.field == id; }
  void type_in_field(const std::string& id);
  void stop_typing();
  bool over_control() const { return over_control_; }
  void point_at_control() { over_control_ = true; }

  // --- letters
  // One line; it is cut at the end of the room there is when `fits` says so.
  void text(std::string_view text,
            ToolFont font = ToolFont::body,
            Colour colour = theme::kInk,
            bool fits = false);
  // Broken at `width` pixels; 0: at the room there is.
  void paragraph(std::string_view text,
                 ToolFont font = ToolFont::body,
                 Colour colour = theme::kInk,
                 float width = 0);
  // At a place in pixels, with nothing laid out; returns its width.
  float draw_text(ImDrawList& list,
                  ImVec2 at,
                  std::string_view text,
                  ToolFont font,
                  Colour colour,
                  bool noted = true);
  float text_width(std::string_view text, ToolFont font = ToolFont::body);
  float line_height(ToolFont font) const;
  // As much of the text as fits into that many pixels, with "…" where something is left out.
  std::string fitted(std::string_view text, float width, ToolFont font);
  // The characters will be drawn.
  void need(std::string_view text);
  void note(std::string_view text, ImVec2 min, ImVec2 max, Colour colour, ToolFont font);
  void icon(ImDrawList& list, const std::string& name, ImVec2 centre, float units, Colour colour);

  // --- controls
  bool button(std::string_view id, std::string_view label, const ToolButtonLook& look = {});
  // The same beside the item drawn last, or below it where the line has no room for it.
  bool next_button(std::string_view id, std::string_view label, const ToolButtonLook& look = {});
  std::optional<bool> tick(std::string_view id, std::string_view label, bool on);
  // The index of the option that was chosen just now. Its items have the ids "<id>/<value>".
  std::optional<std::size_t> choice(std::string_view id,
                                    const std::vector<ToolOption>& options,
                                    std::string_view current,
                                    float width_units);
  // Whole numbers; `marked` shows a place on it, e.g. what the customer expects. Without a value
  // the handle is pale and stands at that place, or at the lowest; a click sets it, also there.
  enum class Figure { beside, none };  // the number, to the right of it
  std::optional<int> slider(std::string_view id,
                            std::optional<int> value,
                            int low,
                            int high,
                            float width_units,
                            std::optional<int> marked = std::nullopt,
                            Figure figure = Figure::beside);
  void help(std::string_view text);
  // Draws the question over everything; the id of the answer once it is given.
  std::optional<std::string> ask(const ToolQuestion& question);

 private:
  struct Stop {
    std::string id;
    ImGuiID item = 0;
    bool types = false;
  };
  bool step_focus(int by);
  void take_focus(std::string_view id, const Stop& stop);
  float button_inner_width(std::string_view label, const ToolButtonLook& look);
  float button_width(std::string_view label, const ToolButtonLook& look);
  void draw_outline(ImVec2 min, ImVec2 max);

  Toolkit& toolkit_;
  Canvas* canvas_ = nullptr;
  ImguiBinding* imgui_ = nullptr;
  float scale_ = 1;
  float styled_scale_ = 0;
  bool strong_ = false;
  bool styled_strong_ = false;
  bool over_control_ = false;
  bool typed_field_drawn_ = false;
  ToolTyping typing_;
  std::vector<Stop> stops_;   // of the last whole frame, in the order of Tab
  std::vector<Stop> coming_;  // of this one
  std::string wanted_focus_;
  std::string wanted_in_sight_;
  std::string pointed_out_;    // empty: nothing is
  bool brings_to_it_ = false;  // into sight, when it is drawn next
};

}  // namespace mot
