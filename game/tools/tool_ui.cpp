#include "game/tools/tool_ui.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/base/utf8.h"
#include "game/tools/tool_style.h"
#include "game/window/canvas.h"
#include "game/window/high_contrast.h"
#include "game/window/imgui_binding.h"
#include "game/window/imgui_painter.h"

namespace mot {
namespace {

ImVec2 operator+(ImVec2 a, ImVec2 b) { return {a.x + b.x, a.y + b.y}; }

const char* end_of(std::string_view text) { return text.data() + text.size(); }

}  // namespace

void ToolUi::begin(ToolFrame& frame) {
  canvas_ = &frame.canvas;
  imgui_ = &frame.imgui;
  scale_ = frame.imgui.fonts().scale();
  strong_ = toolkit_.preferences.high_contrast;
  if (scale_ != styled_scale_ || strong_ != styled_strong_) {
    apply_tool_style(scale_, strong_);
    styled_scale_ = scale_;
    styled_strong_ = strong_;
  }
  coming_.clear();
  over_control_ = false;
  typed_field_drawn_ = false;
  ImGui::PushFont(font(ToolFont::body));
}

void ToolUi::end() {
  ImGui::PopFont();
  stops_ = coming_;
  wanted_in_sight_.clear();
  if (!typed_field_drawn_) {
    stop_typing();
  }
  typing_.events.clear();
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  over_control_ = over_control_ || (g.HoveredId != 0 && !g.HoveredIdDisabled);
}

bool ToolUi::popup_open() const {
  return ImGui::GetCurrentContext() != nullptr &&
         ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
}

ImFont* ToolUi::font(ToolFont kind) const { return imgui_->fonts().font(kind); }

ImU32 ToolUi::ink(Colour colour) const {
  return packed(strong_ ? high_contrast::ink(colour) : colour);
}
ImU32 ToolUi::fill(Colour colour) const {
  return packed(strong_ ? high_contrast::fill(colour) : colour);
}

ImU32 ToolUi::edge(Colour colour) const {
  return packed(strong_ ? high_contrast::edge(colour) : colour);
}

// ---- test ids and the keyboard

bool ToolUi::take(const Event& event) {
  const bool pressed = event.type == Event::Type::key_down;
  const bool indents = typing_.takes_tab && !event.shift;
  if (pressed && event.key == Key::tab && !event.control && !event.alt && !indents) {
    return step_focus(event.shift ? -1 : 1);
  }
  if (typing_.field.empty()) {
    return false;
  }
  if (pressed && event.key == Key::escape) {
    stop_typing();
    return true;
  }
  const bool function = event.key >= Key::f1 && event.key <= Key::f12;
  if (event.type == Event::Type::text || (pressed && !function)) {
    typing_.events.push_back(event);
    return true;
  }
  return false;
}

bool ToolUi::step_focus(int by) {
  if (stops_.empty()) {
    return false;
  }
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  const auto here = std::find_if(stops_.begin(), stops_.end(), [&](const Stop& stop) {
    return typing_.field.empty() ? !g.NavDisableHighlight && stop.item != 0 && stop.item == g.NavId
                                 : stop.id == typing_.field;
  });
  const auto count = static_cast<std::ptrdiff_t>(stops_.size());
  const std::ptrdiff_t from = here == stops_.end() ? (by > 0 ? -1 : count) : here - stops_.begin();
  const std::ptrdiff_t to = (from + by + count) % count;
  stop_typing();
  wanted_focus_ = stops_[static_cast<std::size_t>(to)].id;
  return true;
}

void ToolUi::focus(std::string id) { wanted_focus_ = std::move(id); }

void ToolUi::point_out(const std::vector<std::string>& ids) {
  const auto found = std::find_if(ids.begin(), ids.end(), [this](const std::string& id) {
    return std::any_of(stops_.begin(), stops_.end(),
                       [&](const Stop& stop) { return stop.id == id; });
  });
  const std::string meant = found == ids.end() ? std::string() : *found;
  brings_to_it_ = brings_to_it_ || (meant != pointed_out_ && !meant.empty());
  pointed_out_ = meant;
}

void ToolUi::draw_outline(ImVec2 min, ImVec2 max) {
  // Rows are as wide as their window, so it may reach beyond that a little.
  const float around = px(3);
  const float beyond = px(5);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImRect& clip = ImGui::GetCurrentWindow()->ClipRect;
  list.PushClipRect({clip.Min.x - beyond, clip.Min.y}, {clip.Max.x + beyond, clip.Max.y}, false);
  list.AddRect({min.x - around, min.y - around}, {max.x + around, max.y + around},
               ink(strong_ ? theme::kInk : theme::kAmber), px(11), 0, px(3));
  list.PopClipRect();
  if (std::exchange(brings_to_it_, false)) {
    ImGui::ScrollToItem(ImGuiScrollFlags_KeepVisibleCenterY);
  }
}

void ToolUi::type_in_field(const std::string& id) {
  if (typing_.field != id) {
    typing_.events.clear();
    typing_.field = id;
    typing_.takes_tab = false;
  }
  typed_field_drawn_ = true;
}

void ToolUi::stop_typing() {
  typing_.field.clear();
  typing_.takes_tab = false;
  typing_.events.clear();
}

void ToolUi::take_focus(std::string_view id, const Stop& stop) {
  wanted_focus_.clear();
  ImGuiContext& g = *ImGui::GetCurrentContext();
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  if (stop.types) {
    type_in_field(std::string(id));
    typing_.reveal = true;
  } else {
    stop_typing();
    ImGui::FocusWindow(window);
    ImGui::SetFocusID(stop.item, window);
    g.NavDisableHighlight = false;
    g.NavDisableMouseHover = true;
  }
  ImGui::ScrollToItem(ImGuiScrollFlags_KeepVisibleEdgeY);
}

void ToolUi::mark(std::string_view id) {
  const ImGuiLastItemData& item = ImGui::GetCurrentContext()->LastItemData;
  mark_box(id, item.Rect.Min, item.Rect.Max, false);
}

void ToolUi::mark_box(std::string_view id, ImVec2 min, ImVec2 max, bool stop) {
  const ImGuiLastItemData& item = ImGui::GetCurrentContext()->LastItemData;
  if ((item.InFlags & ImGuiItemFlags_Disabled) == 0) {
    coming_.push_back({std::string(id), stop ? 0 : item.ID, stop});
    if (wanted_focus_ == id) {
      take_focus(id, coming_.back());
    }
  }
  if (wanted_in_sight_ == id) {
    ImGui::ScrollToItem(ImGuiScrollFlags_KeepVisibleEdgeY);
  }
  if (pointed_out_ == id) {
    draw_outline(min, max);
  }
  place(id, min, max);
}

void ToolUi::place(std::string_view id, ImVec2 min, ImVec2 max) {
  const ImRect& clip = ImGui::GetCurrentWindow()->ClipRect;
  const ImVec2 from{std::max(min.x, clip.Min.x), std::max(min.y, clip.Min.y)};
  const ImVec2 to{std::min(max.x, clip.Max.x), std::min(max.y, clip.Max.y)};
  if (to.x - from.x < 2 || to.y - from.y < 2) {
    return;
  }
  const Rect box{from.x, from.y, to.x - from.x, to.y - from.y};
  canvas_->mark_pixels(id, box);
  if (pointed_out_ == id) {
    canvas_->mark_pixels("pointed-out/" + pointed_out_, box);  // for scripts
  }
}

bool ToolUi::item_focused() const {
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  return typing_.field.empty() && !g.NavDisableHighlight && g.LastItemData.ID != 0 &&
         g.NavId == g.LastItemData.ID;
}

void ToolUi::draw_ring(ImVec2 min, ImVec2 max, float radius) {
  const float gap = px(2.5F);
  ImGui::GetWindowDrawList()->AddRect({min.x - gap, min.y - gap}, {max.x + gap, max.y + gap},
                                      ink(theme::kTeal), radius + gap, 0, px(2));
}

// ---- letters

void ToolUi::need(std::string_view text) { imgui_->fonts().need(text); }

float ToolUi::line_height(ToolFont kind) const {
  constexpr float kLine = 1.47F;
  return std::round(px(em_of(kind)) * kLine);
}

float ToolUi::text_width(std::string_view text, ToolFont kind) {
  need(text);
  const ImFont* letters = font(kind);
  return letters->CalcTextSizeA(letters->FontSize, 1e9F, 0, text.data(), end_of(text)).x;
}

std::string ToolUi::fitted(std::string_view text, float width, ToolFont kind) {
  const std::string_view first = text.substr(0, text.find('\n'));
  if (first.size() == text.size() && text_width(text, kind) <= width) {
    return std::string(text);
  }
  const ImFont* letters = font(kind);
  const float room = width - text_width("…", kind);
  float x = 0;
  std::size_t at = 0;
  while (at < first.size()) {
    std::size_t next = at;
    x += letters->GetCharAdvance(static_cast<ImWchar>(next_code_point(first, next)));
    if (x > room) {
      break;
    }
    at = next;
  }
  return std::string(first.substr(0, at)) + "…";
}

void ToolUi::note(std::string_view text, ImVec2 min, ImVec2 max, Colour colour, ToolFont kind) {
  if (!canvas_->notes_texts()) {
    return;
  }
  const ImGuiWindow* window = ImGui::GetCurrentWindow();
  const ImRect clip = window->ClipRect;
  PlacedLine line;
  line.text = std::string(text);
  line.box = {min.x, min.y, max.x - min.x, max.y - min.y};
  line.shown = intersection(line.box, {clip.Min.x, clip.Min.y, clip.GetWidth(), clip.GetHeight()});
  line.scrolls = window->ScrollMax.y > 0;
  line.colour = strong_ ? high_contrast::ink(colour) : colour;
  line.size = em_of(kind);
  line.weight = kind == ToolFont::strong || kind == ToolFont::title ? 600 : 400;
  canvas_->note_line(std::move(line));
}

float ToolUi::draw_text(ImDrawList& list,
                        ImVec2 at,
                        std::string_view text,
                        ToolFont kind,
                        Colour colour,
                        bool noted) {
  const float width = text_width(text, kind);
  ImFont* letters = font(kind);
  at = {std::round(at.x), std::round(at.y)};
  list.AddText(letters, letters->FontSize, at, ink(colour), text.data(), end_of(text));
  if (noted && !text.empty()) {
    note(text, {at.x, at.y + letters->FontSize * 0.2F},
         {at.x + width, at.y + letters->FontSize * 1.1F}, colour, kind);
  }
  return width;
}

void ToolUi::text(std::string_view words, ToolFont kind, Colour colour, bool fits) {
  const float room = ImGui::GetContentRegionAvail().x;
  const std::string shown = fits ? fitted(words, room, kind) : std::string(words);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = line_height(kind);
  const float width =
      draw_text(*ImGui::GetWindowDrawList(), {at.x, at.y + (height - font(kind)->FontSize) / 2},
                shown, kind, colour);
  ImGui::Dummy({width, height});
}

void ToolUi::paragraph(std::string_view words, ToolFont kind, Colour colour, float width) {
  need(words);
  const ImFont* letters = font(kind);
  if (width <= 0) {
    width = std::max(px(40), ImGui::GetContentRegionAvail().x);
  }
  const auto lines = shown_lines(words, width, [letters](char32_t c) {
    return letters->GetCharAdvance(static_cast<ImWchar>(c));
  });
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = line_height(kind);
  float y = at.y;
  for (const ShownLine& line : lines) {
    draw_text(*ImGui::GetWindowDrawList(), {at.x, y + (height - letters->FontSize) / 2},
              words.substr(line.begin, line.end - line.begin), kind, colour);
    y += height;
  }
  ImGui::Dummy({width, y - at.y});
}

void ToolUi::icon(ImDrawList& list,
                  const std::string& name,
                  ImVec2 centre,
                  float units,
                  Colour colour) {
  const int pixels = static_cast<int>(std::lround(px(units)));
  const Texture* picture =
      toolkit_.textures.icon(toolkit_.assets / "icons" / "icons.svg", name, pixels, px(2), false);
  if (picture == nullptr) {
    return;
  }
  const auto half = static_cast<float>(pixels) / 2;
  const ImVec2 from{std::round(centre.x - half), std::round(centre.y - half)};
  list.AddImage(imgui_picture(*picture), from,
                from + ImVec2{static_cast<float>(pixels), static_cast<float>(pixels)}, {0, 0},
                {1, 1}, ink(colour));
}

}  // namespace mot
