#include "game/tools/text_area.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/base/utf8.h"
#include "game/window/platform.h"

namespace mot {
namespace {

constexpr float kPaddingX = 10;
constexpr float kPaddingY = 6;
constexpr float kRadius = 9;
constexpr float kAbove = 2;  // lines of a page over what is shown high on it
constexpr float kBelow = 3;  // lines of a page that can be scrolled past its end

// One drawing of a field.
class Area {
 public:
  Area(ToolUi& ui, const std::string& id, const std::string& text, const TextAreaLook& look)
      : ui_(ui),
        id_(id),
        look_(look),
        text_(text),
        page_(look.kind == TextAreaKind::page),
        kind_(page_ ? ToolFont::code : ToolFont::body),
        font_(ui.font(kind_)),
        line_height_(ui.line_height(kind_)) {
    if (!page_) {  // of a page only what is in sight is drawn
      ui_.need(text_);
    }
    advance_ = [this](char32_t c) { return font_->GetCharAdvance(static_cast<ImWchar>(c)); };
  }

  TextAreaResult draw();

 private:
  std::vector<ShownLine> lay_out(std::string_view text) const {
    return shown_lines(text, look_.kind == TextAreaKind::grows ? room_ : 0, advance_);
  }
  TextCaret& caret() { return ui_.typing().carets[id_]; }
  bool typing() const { return ui_.types_in(id_) && look_.enabled; }
  void type();
  void point();
  void measure();
  void draw_frame();
  void draw_lines();
  void draw_line(std::size_t number);
  void draw_margin(std::size_t number, float y);
  void draw_selection(std::size_t number, float y);
  void draw_caret();
  void keep_caret_in_sight();
  std::size_t place_under_pointer() const;

  ToolUi& ui_;
  const std::string& id_;
  const TextAreaLook& look_;
  std::string_view text_;  // the caller's, or what was made of it in result_
  bool page_;
  ToolFont kind_;
  ImFont* font_;
  float line_height_;
  Advance advance_;
  float room_ = 0;    // for letters
  float shift_ = 0;   // a long line is scrolled to the left by so much
  float margin_ = 0;  // of line numbers
  ImVec2 min_, max_;  // of the field
  ImVec2 origin_;     // of the first line's letters
  std::vector<ShownLine> lines_;
  TextAreaResult result_;
};

void Area::type() {
  TypingPlace place;
  place.lines = [this](std::string_view text) { return lay_out(text); };
  place.advance = advance_;
  place.one_line = look_.kind == TextAreaKind::line;
  place.indents = page_;
  place.page = page_ ? std::max(1, static_cast<int>((max_.y - min_.y) / line_height_) - 2) : 10;
  Platform& platform = ui_.toolkit().platform;
  place.clipboard = [&platform] { return platform.clipboard(); };
  place.copy = [&platform](const std::string& words) { platform.set_clipboard(words); };
  // They are taken: no other field of the same id types them once more.
  const std::vector<Event> events = std::exchange(ui_.typing().events, {});
  if (events.empty()) {
    return;
  }
  std::string typed(text_);
  for (const Event& event : events) {
    const bool enter = event.type == Event::Type::key_down && event.key == Key::enter;
    if ((look_.keys && look_.keys(event)) || type_in(event, typed, caret(), place)) {
      ui_.typing().reveal = true;
    } else if (enter && place.one_line) {
      result_.entered = true;
    }
  }
  if (typed != text_) {
    result_.text = std::move(typed);
    text_ = *result_.text;
    if (!page_) {
      ui_.need(text_);
    }
    measure();
  }
}

void Area::measure() {
  lines_ = lay_out(text_);
  if (page_) {
    const std::string digits = std::to_string(std::max<std::size_t>(lines_.size(), 100));
    margin_ = ui_.text_width(digits, ToolFont::code) + ui_.px(30);
  }
}

std::size_t Area::place_under_pointer() const {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const float row = std::floor((mouse.y - origin_.y) / line_height_);
  const auto last = static_cast<float>(lines_.size() - 1);
  const auto number = static_cast<std::size_t>(std::clamp(row, 0.F, last));
  return place_at(text_, lines_[number], mouse.x - origin_.x + shift_, advance_);
}

// Clicks and drags.
void Area::point() {
  const bool hovered = ImGui::IsItemHovered();
  const ImGuiIO& io = ImGui::GetIO();
  if (hovered && ImGui::IsMouseClicked(0)) {
    if (!ui_.types_in(id_)) {
      ui_.type_in_field(id_);
    }
    const std::size_t at = place_under_pointer();
    move_to(caret(), at, io.KeyShift);
    if (io.MouseClickedCount[0] == 2) {
      caret().anchor = previous_word(text_, next_word(text_, at));
      caret().at = next_word(text_, caret().anchor);
      while (caret().at > caret().anchor && text_[caret().at - 1] == ' ') {
        --caret().at;
      }
    } else if (io.MouseClickedCount[0] == 3) {
      const ShownLine& line = lines_[line_at(lines_, at)];
      caret() = {line.end, line.begin};
    }
  } else if (ImGui::IsItemActive() && ImGui::IsMouseDragging(0)) {
    move_to(caret(), place_under_pointer(), true);
    ui_.typing().reveal = true;
  } else if (!hovered && ImGui::IsMouseClicked(0) && typing() && !ui_.popup_open()) {
    ui_.stop_typing();
  }
  if (hovered) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    ui_.point_at_control();
  }
}

void Area::draw_frame() {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Colour ground = look_.enabled ? theme::kPaper : theme::kSand;
  ImRect frame{min_, max_};
  if (page_) {
    // A page is longer than what is seen of it; its frame is round that.
    frame.ClipWith(ImGui::GetCurrentWindow()->InnerClipRect);
    frame.Expand(-ui_.px(1));
  }
  list.AddRectFilled(frame.Min, frame.Max, ui_.fill(ground), ui_.px(kRadius));
  const bool on = typing();
  const Colour edge = look_.wrong ? theme::kCoral700 : on ? theme::kTeal : theme::kOutline;
  list.AddRect(frame.Min, frame.Max, ui_.edge(edge), ui_.px(kRadius), 0,
               ui_.px(on || look_.wrong ? 2 : 1));
}

void Area::draw_selection(std::size_t number, float y) {
  const TextCaret& c = caret();
  const ShownLine& line = lines_[number];
  if (!typing() || !c.selects() || c.last() < line.begin || c.first() > line.end) {
    return;
  }
  const float from = x_of(text_, line, std::max(c.first(), line.begin), advance_);
  float to = x_of(text_, line, std::min(c.last(), line.end), advance_);
  if (c.last() > line.end) {
    to += ui_.px(6);  // the line end, too
  }
  ImGui::GetWindowDrawList()->AddRectFilled({origin_.x - shift_ + from, y},
                                            {origin_.x - shift_ + to, y + line_height_},
                                            ui_.fill(faded(theme::kTeal, 0.22F)));
}

void Area::draw_margin(std::size_t number, float y) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const std::string digits = std::to_string(number + 1);
  const float width = ui_.text_width(digits, ToolFont::code);
  const float x = min_.x + margin_ - ui_.px(12) - width;
  ui_.draw_text(list, {x, y + (line_height_ - font_->FontSize) / 2}, digits, ToolFont::code,
                theme::kInk3, false);
  if (look_.marks == nullptr) {
    return;
  }
  const auto mark =
      std::lower_bound(look_.marks->begin(), look_.marks->end(), number,
                       [](const LineMark& m, std::size_t line) { return m.line < line; });
  if (mark == look_.marks->end() || mark->line != number) {
    return;
  }
  const ImVec2 at{min_.x + ui_.px(11), y + line_height_ / 2};
  list.AddCircleFilled(at, ui_.px(4.5F), ui_.edge(mark->colour));
  list.AddRectFilled({min_.x + margin_ - ui_.px(6), y}, {max_.x - ui_.px(2), y + line_height_},
                     ui_.fill(faded(mark->colour, 0.08F)));
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (ImGui::IsWindowHovered() && mouse.y >= y && mouse.y < y + line_height_ &&
      mouse.x < min_.x + margin_) {
    ui_.help(mark->text);
  }
}

void Area::draw_line(std::size_t number) {
  const ShownLine& line = lines_[number];
  const float y = origin_.y + static_cast<float>(number) * line_height_;
  if (page_) {
    draw_margin(number, y);
  }
  draw_selection(number, y);
  const std::string_view words = text_.substr(line.begin, line.end - line.begin);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 at{origin_.x - shift_, y + (line_height_ - font_->FontSize) / 2};
  std::vector<ColouredRun> runs;
  if (look_.colours) {
    look_.colours(number, words, runs);
  }
  if (runs.empty()) {
    // A long line is moved to the left rather than cut.
    const bool whole =
        look_.kind == TextAreaKind::grows || (!page_ && ui_.text_width(words, kind_) <= room_);
    ui_.draw_text(list, at, words, kind_, look_.enabled ? theme::kInk : theme::kInk2, whole);
    return;
  }
  float x = at.x;
  for (const ColouredRun& run : runs) {
    const std::string_view piece = words.substr(run.begin, run.end - run.begin);
    x += ui_.draw_text(list, {x, at.y}, piece, kind_, run.colour, false);
  }
}

void Area::draw_lines() {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImRect clip = ImGui::GetCurrentWindow()->ClipRect;
  const float top = std::max(min_.y, clip.Min.y);
  const float bottom = std::min(max_.y, clip.Max.y);
  const auto first =
      static_cast<std::size_t>(std::max(0.F, std::floor((top - origin_.y) / line_height_)));
  ImGui::PushClipRect({min_.x + ui_.px(2), min_.y}, {max_.x - ui_.px(2), max_.y}, true);
  for (std::size_t i = first; i < lines_.size(); ++i) {
    if (origin_.y + static_cast<float>(i) * line_height_ > bottom) {
      break;
    }
    draw_line(i);
  }
  if (text_.empty() && !look_.hint.empty()) {
    ui_.draw_text(list, {origin_.x, origin_.y + (line_height_ - font_->FontSize) / 2}, look_.hint,
                  kind_, theme::kInk3);
  }
  draw_caret();
  ImGui::PopClipRect();
}

void Area::draw_caret() {
  const std::size_t number = line_at(lines_, caret().at);
  const float x =
      std::round(origin_.x - shift_ + x_of(text_, lines_[number], caret().at, advance_));
  const float y = origin_.y + static_cast<float>(number) * line_height_;
  result_.caret = caret().at;
  result_.caret_at = {x, y + line_height_};
  if (typing()) {
    ImGui::GetWindowDrawList()->AddRectFilled({x - 1, y + ui_.px(2)},
                                              {x + ui_.px(1), y + line_height_ - ui_.px(2)},
                                              ui_.ink(theme::kTeal));
  }
}

void Area::keep_caret_in_sight() {
  const std::size_t number = line_at(lines_, caret().at);
  const float x = x_of(text_, lines_[number], caret().at, advance_);
  // Beside: long lines move to the left.
  shift_ = typing() || page_ ? std::max(0.F, x - room_ + ui_.px(12)) : 0;
  if (!ui_.typing().reveal || !typing()) {
    return;
  }
  const float y = origin_.y + static_cast<float>(number) * line_height_;
  ImGuiWindow& window = *ImGui::GetCurrentWindow();
  const float top = window.InnerRect.Min.y + ui_.px(4);
  const float bottom = window.InnerRect.Max.y - ui_.px(4);
  if (ui_.typing().reveal_high && (y < top || y > (top + bottom) / 2)) {
    ImGui::SetScrollY(std::max(0.F, window.Scroll.y + y - top - kAbove * line_height_));
  } else if (y < top) {
    ImGui::SetScrollY(std::max(0.F, window.Scroll.y - (top - y)));
  } else if (y + line_height_ > bottom) {
    ImGui::SetScrollY(window.Scroll.y + (y + line_height_ - bottom));
  }
  ui_.typing().reveal = ui_.typing().reveal_high = false;
}

TextAreaResult Area::draw() {
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const float width = look_.width > 0 ? ui_.px(look_.width) : room.x;
  if (page_) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::BeginChild((id_ + "/page").c_str(), {width, room.y}, false,
                      ImGuiWindowFlags_NoNav | ImGuiWindowFlags_AlwaysVerticalScrollbar);
    ImGui::PopStyleVar();
  }
  room_ = width - 2 * ui_.px(kPaddingX);
  fit_into(caret(), text_);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  measure();
  min_ = at;
  max_ = {at.x + width, at.y + room.y};
  if (typing()) {
    ui_.type_in_field(id_);
    ui_.typing().takes_tab = page_;
    type();
  }
  const auto count = static_cast<float>(lines_.size());
  const float rows = look_.kind == TextAreaKind::grows
                         ? std::max(count, static_cast<float>(look_.rows))
                         : count + (page_ ? kBelow : 0);
  const float height = page_ ? std::max(room.y, rows * line_height_ + ui_.px(8))
                             : rows * line_height_ + 2 * ui_.px(kPaddingY);
  if (page_) {
    room_ = width - margin_ - ui_.px(kPaddingX) - ImGui::GetStyle().ScrollbarSize;
  }
  ImGui::BeginDisabled(!look_.enabled);
  ImGui::InvisibleButton(id_.c_str(),
                         {width - (page_ ? ImGui::GetStyle().ScrollbarSize : 0), height});
  min_ = ImGui::GetItemRectMin();
  max_ = ImGui::GetItemRectMax();
  ui_.mark_box(id_, min_, max_, true);
  origin_ = {min_.x + (page_ ? margin_ : ui_.px(kPaddingX)),
             min_.y + ui_.px(page_ ? 4 : kPaddingY)};
  keep_caret_in_sight();
  point();
  draw_frame();
  draw_lines();
  ImGui::EndDisabled();
  result_.typing = typing();
  if (page_) {
    ImGui::EndChild();
  }
  return result_;
}

}  // namespace

TextAreaResult text_area(ToolUi& ui,
                         const std::string& id,
                         const std::string& text,
                         const TextAreaLook& look) {
  return Area(ui, id, text, look).draw();
}

void put_caret(ToolUi& ui, const std::string& id, std::size_t at, bool high) {
  ui.typing().carets[id] = {at, at};
  ui.type_in_field(id);
  ui.typing().reveal = true;
  ui.typing().reveal_high = high;
}

}  // namespace mot
