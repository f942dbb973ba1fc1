// ToolUi: buttons, lists, sliders, questions.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "game/tools/tool_style.h"
#include "game/tools/tool_ui.h"

namespace mot {
namespace {

constexpr float kButtonHeight = 34;
constexpr float kRadius = 9;
constexpr float kIcon = 18;
constexpr float kQuestionWidth = 520;

struct ButtonColours {
  Colour ground;
  Colour hovered;
  Colour letters;
  Colour border;
};

ButtonColours colours_of(const ToolButtonLook& look) {
  if (look.chosen) {
    return {theme::kTeal50, theme::kTeal50, theme::kTeal700, theme::kTeal};
  }
  switch (look.kind) {
    case ToolButton::primary: return {theme::kTeal, theme::kTeal700, theme::kPaper, theme::kTeal};
    case ToolButton::amber: return {theme::kAmber, rgb(0xE59C1C), theme::kInk, theme::kAmber};
    case ToolButton::danger:
      return {theme::kPaper, theme::kCoral50, theme::kCoral800, theme::kCoral700};
    case ToolButton::plain:
      return {faded(theme::kPaper, 0), theme::kSand, theme::kInk, faded(theme::kPaper, 0)};
    case ToolButton::quiet: break;
  }
  return {theme::kPaper, theme::kTeal50, theme::kInk, theme::kOutline};
}

}  // namespace

// What is drawn in a button, without its edges.
float ToolUi::button_inner_width(std::string_view label, const ToolButtonLook& look) {
  const float picture = look.icon.empty() ? 0 : px(kIcon) + (label.empty() ? 0 : px(7));
  return text_width(label, ToolFont::strong) + picture;
}

float ToolUi::button_width(std::string_view label, const ToolButtonLook& look) {
  if (look.width > 0) return px(look.width);
  return button_inner_width(label, look) + px(label.empty() ? 16 : 26);
}

bool ToolUi::next_button(std::string_view id, std::string_view label, const ToolButtonLook& look) {
  ImGui::SameLine();
  if (ImGui::GetContentRegionAvail().x < button_width(label, look)) ImGui::NewLine();
  return button(id, label, look);
}

bool ToolUi::button(std::string_view id, std::string_view label, const ToolButtonLook& look) {
  const bool pictured = !look.icon.empty();
  const float inner = button_inner_width(label, look);
  const ImVec2 size{button_width(label, look), px(kButtonHeight)};
  ImGui::BeginDisabled(!look.enabled);
  const bool used = ImGui::InvisibleButton(std::string(id).c_str(), size);
  const bool hovered = ImGui::IsItemHovered();
  mark(id);
  const ImVec2 min = ImGui::GetItemRectMin();
  const ImVec2 max = ImGui::GetItemRectMax();
  ButtonColours c = colours_of(look);
  if (!look.enabled) {
    c = {theme::kSand, theme::kSand, theme::kInk3, theme::kSand};
    if (look.kind == ToolButton::plain) {
      c.ground = c.border = faded(theme::kPaper, 0);
    }
  }
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(min, max, fill(hovered && look.enabled ? c.hovered : c.ground), px(kRadius));
  if (c.border.a > 0) {
    list.AddRect(min, max, edge(c.border), px(kRadius), 0, px(look.chosen ? 2 : 1));
  }
  if (item_focused()) {
    draw_ring(min, max, px(kRadius));
  }
  float x = look.left ? min.x + px(10) : min.x + (size.x - inner) / 2;
  const float y = (min.y + max.y) / 2;
  if (pictured) {
    icon(list, look.icon, {x + px(kIcon) / 2, y}, kIcon, c.letters);
    x += px(kIcon) + px(7);
  }
  const float height = font(ToolFont::strong)->FontSize;
  const std::string shown = fitted(label, std::max(px(10), max.x - x - px(6)), ToolFont::strong);
  draw_text(list, {x, y - height / 2}, shown, ToolFont::strong, c.letters, look.enabled);
  ImGui::EndDisabled();
  if (hovered && !look.help.empty()) {
    help(look.help);
  }
  return used;
}

std::optional<bool> ToolUi::tick(std::string_view id, std::string_view label, bool on) {
  need(label);
  bool now = on;
  const std::string name = "##" + std::string(id);
  const bool changed = ImGui::Checkbox(name.c_str(), &now);
  mark(id);
  ImGui::SameLine();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = ImGui::GetFrameHeight();
  const float width = draw_text(*ImGui::GetWindowDrawList(),
                                {at.x, at.y + (height - font(ToolFont::body)->FontSize) / 2}, label,
                                ToolFont::body, theme::kInk);
  // The words are part of it.
  const bool words = ImGui::InvisibleButton((name + "/words").c_str(), {width + 1, height});
  if (words) {
    now = !on;
  }
  return changed || words ? std::optional(now) : std::nullopt;
}

std::optional<std::size_t> ToolUi::choice(std::string_view id,
                                          const std::vector<ToolOption>& options,
                                          std::string_view current,
                                          float width_units) {
  std::string shown(current);
  for (const ToolOption& option : options) {
    need(option.label);
    if (option.value == current) {
      shown = option.label;
    }
  }
  const float width = px(width_units);
  shown = fitted(shown, width - px(46), ToolFont::body);
  ImGui::SetNextItemWidth(width);
  std::optional<std::size_t> chosen;
  const bool open = ImGui::BeginCombo(("##" + std::string(id)).c_str(), shown.c_str(),
                                      ImGuiComboFlags_HeightLarge);
  if (!open) {
    mark(id);
    const ImVec2 min = ImGui::GetItemRectMin();
    note(shown, {min.x + px(10), min.y + px(6)},
         {min.x + px(10) + text_width(shown), ImGui::GetItemRectMax().y - px(6)}, theme::kInk,
         ToolFont::body);
    return chosen;
  }
  // Tab stays in the list.
  coming_.clear();
  for (std::size_t i = 0; i < options.size(); ++i) {
    const std::string name = options[i].label + "##" + options[i].value;
    if (ImGui::Selectable(name.c_str(), options[i].value == current)) {
      chosen = i;
    }
    mark(std::string(id) + "/" + options[i].value);
    if (options[i].value == current && ImGui::IsWindowAppearing()) {
      ImGui::SetItemDefaultFocus();
    }
  }
  ImGui::EndCombo();
  return chosen;
}

std::optional<int> ToolUi::slider(std::string_view id,
                                  std::optional<int> value,
                                  int low,
                                  int high,
                                  float width_units,
                                  std::optional<int> marked,
                                  Figure figure) {
  int now = value.value_or(marked.value_or(low));
  const float number = figure == Figure::beside ? 34 : 0;  // where the handle never hides it
  ImGui::SetNextItemWidth(px(width_units - number));
  if (!value) {
    ImGui::PushStyleColor(ImGuiCol_SliderGrab, fill(theme::kOutline));
  }
  bool changed = ImGui::SliderInt(("##" + std::string(id)).c_str(), &now, low, high, "",
                                  ImGuiSliderFlags_AlwaysClamp);
  if (!value) {
    ImGui::PopStyleColor();
    changed = changed || ImGui::IsItemActivated();
  }
  mark(id);
  if (marked && *marked >= low && *marked <= high) {
    const ImVec2 min = ImGui::GetItemRectMin();
    const ImVec2 max = ImGui::GetItemRectMax();
    const float grab = ImGui::GetStyle().GrabMinSize;
    const float cells = static_cast<float>(high - low + 1);
    const float wide = std::max((max.x - min.x - 4) / cells, grab);
    const float room = max.x - min.x - 4 - wide;
    const float share = static_cast<float>(*marked - low) / static_cast<float>(high - low);
    const float x = min.x + 2 + wide / 2 + room * share;
    const float s = px(5);
    ImGui::GetWindowDrawList()->AddTriangleFilled({x - s, max.y + s}, {x + s, max.y + s},
                                                  {x, max.y - s / 2}, ink(theme::kViolet));
  }
  const std::optional<int> set =
      changed && (!value || now != *value) ? std::optional(now) : std::nullopt;
  if (figure == Figure::none) {
    return set;
  }
  ImGui::SameLine();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = ImGui::GetFrameHeight();
  draw_text(
      *ImGui::GetWindowDrawList(), {at.x, at.y + (height - font(ToolFont::strong)->FontSize) / 2},
      value ? std::to_string(now) : "–", ToolFont::strong, value ? theme::kInk : theme::kInk3);
  ImGui::Dummy({px(number - 8), height});
  return set;
}

void ToolUi::help(std::string_view words) {
  need(words);
  ImGui::BeginTooltip();
  paragraph(words, ToolFont::small, theme::kInk, px(320));
  ImGui::EndTooltip();
}

std::optional<std::string> ToolUi::ask(const ToolQuestion& question) {
  const std::string name = "##ask-" + question.id;
  if (!ImGui::IsPopupOpen(name.c_str())) {
    ImGui::OpenPopup(name.c_str());
    focus(question.id + "/" + question.answers.back().id);
  }
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({screen.x / 2, screen.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
  ImGui::SetNextWindowSize({px(kQuestionWidth), 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(24), px(20)});
  std::optional<std::string> answer;
  if (ImGui::BeginPopupModal(
          name.c_str(), nullptr,
          ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove)) {
    coming_.clear();
    paragraph(question.title, ToolFont::title);
    paragraph(question.text, ToolFont::body, theme::kInk2);
    ImGui::Dummy({0, px(4)});
    for (std::size_t i = 0; i < question.answers.size(); ++i) {
      const ToolQuestion::Answer& one = question.answers[i];
      if (i > 0) {
        ImGui::SameLine();
      }
      if (button(question.id + "/" + one.id, one.label, {.kind = one.kind})) {
        answer = one.id;
        ImGui::CloseCurrentPopup();
      }
      // Dear ImGui would put the keyboard on the first, which is the least safe.
      if (i + 1 == question.answers.size() && ImGui::IsWindowAppearing()) {
        ImGui::SetItemDefaultFocus();
      }
    }
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar();
  return answer;
}

}  // namespace mot
