#include "game/tools/tool_style.h"

#include "game/window/high_contrast.h"
#include "game/window/theme.h"

namespace mot {
namespace {

void set_colours(ImVec4* c, bool strong) {
  const auto ground = [strong](Colour colour) {
    return tool_colour(strong ? high_contrast::fill(colour) : colour);
  };
  const auto ink = [strong](Colour colour) {
    return tool_colour(strong ? high_contrast::ink(colour) : colour);
  };
  const auto edge = [strong](Colour colour) {
    return tool_colour(strong ? high_contrast::edge(colour) : colour);
  };
  c[ImGuiCol_WindowBg] = ground(theme::kCream);
  c[ImGuiCol_PopupBg] = ground(theme::kPaper);
  c[ImGuiCol_ChildBg] = tool_colour(faded(theme::kPaper, 0));
  c[ImGuiCol_FrameBg] = ground(theme::kPaper);
  c[ImGuiCol_FrameBgHovered] = ground(theme::kTeal50);
  c[ImGuiCol_FrameBgActive] = ground(theme::kTeal50);
  c[ImGuiCol_TitleBg] = ground(theme::kSand);
  c[ImGuiCol_TitleBgActive] = ground(theme::kTeal50);
  c[ImGuiCol_Border] = edge(theme::kOutline);
  c[ImGuiCol_BorderShadow] = tool_colour(faded(theme::kPaper, 0));
  c[ImGuiCol_Text] = ink(theme::kInk);
  c[ImGuiCol_TextDisabled] = ink(theme::kInk2);
  c[ImGuiCol_TextSelectedBg] = tool_colour(faded(theme::kTeal, 0.25F));
  c[ImGuiCol_Button] = ground(theme::kSand);
  c[ImGuiCol_ButtonHovered] = ground(theme::kLine);
  c[ImGuiCol_ButtonActive] = ground(theme::kLine);
  c[ImGuiCol_Header] = ground(theme::kTeal50);
  c[ImGuiCol_HeaderHovered] = ground(theme::kSand);
  c[ImGuiCol_HeaderActive] = ground(theme::kTeal50);
  c[ImGuiCol_CheckMark] = tool_colour(theme::kTeal);
  c[ImGuiCol_SliderGrab] = tool_colour(theme::kTeal);
  c[ImGuiCol_SliderGrabActive] = tool_colour(theme::kTeal700);
  c[ImGuiCol_Separator] = edge(theme::kLine);
  c[ImGuiCol_ScrollbarBg] = tool_colour(faded(theme::kPaper, 0));
  c[ImGuiCol_ScrollbarGrab] = edge(theme::kOutline);
  c[ImGuiCol_ScrollbarGrabHovered] = ink(theme::kInk3);
  c[ImGuiCol_ScrollbarGrabActive] = ink(theme::kInk3);
  c[ImGuiCol_Tab] = ground(theme::kSand);
  c[ImGuiCol_TabHovered] = ground(theme::kTeal50);
  c[ImGuiCol_TabActive] = ground(theme::kPaper);
  c[ImGuiCol_TableHeaderBg] = ground(theme::kSand);
  c[ImGuiCol_TableBorderStrong] = edge(theme::kLine);
  c[ImGuiCol_TableBorderLight] = edge(theme::kLine);
  c[ImGuiCol_TableRowBgAlt] = tool_colour(faded(theme::kSand, 0.35F));
  c[ImGuiCol_PlotHistogram] = tool_colour(theme::kTeal);
  c[ImGuiCol_NavHighlight] = tool_colour(theme::kTeal);
  c[ImGuiCol_ModalWindowDimBg] = tool_colour(faded(theme::kNavy, 0.45F));
}

}  // namespace

ImVec4 tool_colour(Colour colour) {
  const auto at = [](std::uint8_t value) { return static_cast<float>(value) / 255; };
  return {at(colour.r), at(colour.g), at(colour.b), at(colour.a)};
}

ImU32 packed(Colour colour) { return IM_COL32(colour.r, colour.g, colour.b, colour.a); }

Colour colour_of(Severity severity) {
  switch (severity) {
    case Severity::error: return theme::kCoral700;
    case Severity::warning: return theme::kAmber;
    case Severity::hint: break;
  }
  return theme::kBlue;
}

void apply_tool_style(float scale, bool strong) {
  ImGuiStyle style;
  ImGui::StyleColorsLight(&style);
  style.WindowRounding = 0;
  style.ChildRounding = 14;
  style.FrameRounding = 9;
  style.GrabRounding = 7;
  style.PopupRounding = 12;
  style.TabRounding = 9;
  style.ScrollbarRounding = 6;
  style.ScrollbarSize = 12;
  style.GrabMinSize = 14;
  style.WindowBorderSize = 0;
  style.FrameBorderSize = 1;
  style.PopupBorderSize = 1;
  style.ChildBorderSize = 1;
  style.WindowPadding = {16, 14};
  style.FramePadding = {10, 6};
  style.ItemSpacing = {8, 7};
  style.ItemInnerSpacing = {7, 5};
  style.CellPadding = {8, 5};
  style.IndentSpacing = 16;
  style.ScaleAllSizes(scale);
  set_colours(style.Colors, strong);
  ImGui::GetStyle() = style;
}

}  // namespace mot
