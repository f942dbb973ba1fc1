#include "game/window/imgui_binding.h"

#include <fontconfig/fontconfig.h>
#include <imgui.h>
#include <imgui_freetype.h>

#if __has_include(<backends/imgui_impl_opengl2.h>)
#include <backends/imgui_impl_opengl2.h>
#else
#include <imgui_impl_opengl2.h>
#endif

#include <SFML/Graphics/RenderWindow.hpp>
#include <cfloat>
#include <utility>

#include "game/window/platform.h"
#include "game/window/theme.h"

namespace mot {
namespace {

constexpr float kFontSize = 18;

ImVec4 colour(Colour c, float alpha = 1) {
  const auto at = [](std::uint8_t v) { return static_cast<float>(v) / 255; };
  return {at(c.r), at(c.g), at(c.b), alpha};
}

void set_style(float scale) {
  ImGuiStyle style;
  ImGui::StyleColorsLight(&style);
  style.WindowRounding = 18;
  style.ChildRounding = 16;
  style.FrameRounding = 12;
  style.GrabRounding = 8;
  style.PopupRounding = 12;
  style.WindowPadding = {20, 20};
  style.FramePadding = {14, 11};
  style.ItemSpacing = {12, 12};
  style.CellPadding = {12, 10};
  style.ScaleAllSizes(scale);
  ImVec4* c = style.Colors;
  c[ImGuiCol_WindowBg] = colour(theme::kPaper);
  c[ImGuiCol_PopupBg] = colour(theme::kPaper);
  c[ImGuiCol_ChildBg] = colour(theme::kCream);
  c[ImGuiCol_FrameBg] = colour(theme::kSand);
  c[ImGuiCol_FrameBgHovered] = colour(theme::kLine);
  c[ImGuiCol_FrameBgActive] = colour(theme::kLine);
  c[ImGuiCol_TitleBg] = colour(theme::kSand);
  c[ImGuiCol_TitleBgActive] = colour(theme::kTeal50);
  c[ImGuiCol_Border] = colour(theme::kLine);
  c[ImGuiCol_Text] = colour(theme::kInk);
  c[ImGuiCol_TextDisabled] = colour(theme::kInk2);
  c[ImGuiCol_Button] = colour(theme::kTeal);
  c[ImGuiCol_ButtonHovered] = colour(theme::kTeal700);
  c[ImGuiCol_ButtonActive] = colour(theme::kTeal700);
  c[ImGuiCol_Header] = colour(theme::kTeal50);
  c[ImGuiCol_HeaderHovered] = colour(theme::kTeal50);
  c[ImGuiCol_HeaderActive] = colour(theme::kTeal50);
  c[ImGuiCol_CheckMark] = colour(theme::kTeal);
  c[ImGuiCol_SliderGrab] = colour(theme::kTeal);
  c[ImGuiCol_TableHeaderBg] = colour(rgb(0xF8F1E6));
  c[ImGuiCol_TableBorderLight] = colour(rgb(0xEFE5D6));
  c[ImGuiCol_PlotHistogram] = colour(theme::kTeal);
  c[ImGuiCol_NavHighlight] = colour(theme::kTeal);
  ImGui::GetStyle() = style;
}

struct FontFile {
  std::string path;
  int face = 0;
};

// The file and face of a font that writes simplified Chinese.
FontFile chinese_font() {
  FontFile out;
  FcPattern* wanted =
      FcNameParse(reinterpret_cast<const FcChar8*>("Noto Sans CJK SC:lang=zh-cn:weight=80"));
  FcConfigSubstitute(nullptr, wanted, FcMatchPattern);
  FcDefaultSubstitute(wanted);
  FcResult result = FcResultNoMatch;
  if (FcPattern* found = FcFontMatch(nullptr, wanted, &result)) {
    FcChar8* file = nullptr;
    if (FcPatternGetString(found, FC_FILE, 0, &file) == FcResultMatch) {
      out.path = reinterpret_cast<const char*>(file);
    }
    FcPatternGetInteger(found, FC_INDEX, 0, &out.face);
    out.face &= 0xFFFF;
    FcPatternDestroy(found);
  }
  FcPatternDestroy(wanted);
  return out;
}

const char* read_clipboard(void* user) {
  auto* pair = static_cast<std::pair<Platform*, std::string>*>(user);
  pair->second = pair->first->clipboard();
  return pair->second.c_str();
}

void write_clipboard(void* user, const char* text) {
  static_cast<std::pair<Platform*, std::string>*>(user)->first->set_clipboard(text);
}

void map_keys(ImGuiIO& io) {
  const std::pair<int, Key> table[] = {{ImGuiKey_Tab, Key::tab},
                                       {ImGuiKey_LeftArrow, Key::left},
                                       {ImGuiKey_RightArrow, Key::right},
                                       {ImGuiKey_UpArrow, Key::up},
                                       {ImGuiKey_DownArrow, Key::down},
                                       {ImGuiKey_PageUp, Key::page_up},
                                       {ImGuiKey_PageDown, Key::page_down},
                                       {ImGuiKey_Home, Key::home},
                                       {ImGuiKey_End, Key::end},
                                       {ImGuiKey_Insert, Key::insert},
                                       {ImGuiKey_Delete, Key::del},
                                       {ImGuiKey_Backspace, Key::backspace},
                                       {ImGuiKey_Space, Key::space},
                                       {ImGuiKey_Enter, Key::enter},
                                       {ImGuiKey_Escape, Key::escape},
                                       {ImGuiKey_A, Key::a},
                                       {ImGuiKey_C, Key::c},
                                       {ImGuiKey_V, Key::v},
                                       {ImGuiKey_X, Key::x},
                                       {ImGuiKey_Y, Key::y},
                                       {ImGuiKey_Z, Key::z}};
  for (const auto& [theirs, ours] : table) {
    io.KeyMap[theirs] = static_cast<int>(ours);
  }
}

}  // namespace

ImguiBinding::ImguiBinding(Platform& platform, const std::string& /*language*/)
    : platform_(platform) {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  map_keys(io);
  io.ClipboardUserData = new std::pair<Platform*, std::string>(&platform_, "");
  io.GetClipboardTextFn = read_clipboard;
  io.SetClipboardTextFn = write_clipboard;
  platform_.target().pushGLStates();
  ImGui_ImplOpenGL2_Init();
  platform_.target().popGLStates();
}

ImguiBinding::~ImguiBinding() {
  platform_.target().setActive(true);
  delete static_cast<std::pair<Platform*, std::string>*>(ImGui::GetIO().ClipboardUserData);
  ImGui_ImplOpenGL2_Shutdown();
  ImGui::DestroyContext();
}

void ImguiBinding::load_font(float scale) {
  ImGuiIO& io = ImGui::GetIO();
  io.Fonts->Clear();
  io.Fonts->FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  const FontFile file = chinese_font();
  ImFontConfig config;
  config.FontNo = file.face;
  config.OversampleH = 1;
  if (file.path.empty() ||
      io.Fonts->AddFontFromFileTTF(file.path.c_str(), kFontSize * scale, &config,
                                   io.Fonts->GetGlyphRangesChineseSimplifiedCommon()) == nullptr) {
    io.Fonts->AddFontDefault();
  }
  ImGui_ImplOpenGL2_DestroyFontsTexture();
  ImGui_ImplOpenGL2_CreateFontsTexture();
  set_style(scale);
  scale_ = scale;
}

bool ImguiBinding::handle(const Event& event) {
  events_.push_back(event);
  const ImGuiIO& io = ImGui::GetIO();
  switch (event.type) {
    case Event::Type::key_down:
    case Event::Type::key_up:
    case Event::Type::text: return io.WantCaptureKeyboard;
    case Event::Type::mouse_move:
    case Event::Type::mouse_down:
    case Event::Type::wheel: return io.WantCaptureMouse;
    default: return false;
  }
}

// False when the event must wait for the next frame: ImGui 1.86 looks at keys and buttons once a
// frame, so a press and a release in one frame would be lost.
bool ImguiBinding::apply(const Event& event, bool& key_used, bool& button_used) {
  ImGuiIO& io = ImGui::GetIO();
  const Letterbox box = letterbox(platform_.width(), platform_.height());
  const auto move = [&] {
    const Vec p = event.at * box.scale + box.offset;
    io.MousePos = {p.x, p.y};
  };
  switch (event.type) {
    case Event::Type::key_down:
    case Event::Type::key_up:
      if (std::exchange(key_used, true)) {
        return false;
      }
      io.KeysDown[static_cast<int>(event.key)] = event.type == Event::Type::key_down;
      io.KeyCtrl = event.control;
      io.KeyShift = event.shift;
      io.KeyAlt = event.alt;
      return true;
    case Event::Type::text: io.AddInputCharactersUTF8(event.text.c_str()); return true;
    case Event::Type::mouse_down:
    case Event::Type::mouse_up:
      if (std::exchange(button_used, true)) {
        return false;
      }
      move();
      io.MouseDown[static_cast<int>(event.button)] = event.type == Event::Type::mouse_down;
      return true;
    case Event::Type::mouse_move:
      if (button_used) {
        return false;
      }
      move();
      return true;
    case Event::Type::wheel: io.MouseWheel += event.wheel; return true;
    case Event::Type::mouse_left: io.MousePos = {-FLT_MAX, -FLT_MAX}; return true;
    case Event::Type::focus_lost:
      for (bool& down : io.KeysDown) {
        down = false;
      }
      for (bool& down : io.MouseDown) {
        down = false;
      }
      io.KeyCtrl = io.KeyShift = io.KeyAlt = false;
      io.AddFocusEvent(false);
      return true;
    default: return true;
  }
}

void ImguiBinding::apply_queue() {
  bool key_used = false;
  bool button_used = false;
  while (!events_.empty() && apply(events_.front(), key_used, button_used)) {
    events_.pop_front();
  }
}

void ImguiBinding::begin(float scale, float dt) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(platform_.width()), static_cast<float>(platform_.height())};
  io.DeltaTime = dt;
  if (scale_ != scale) {
    platform_.target().setActive(true);
    load_font(scale);
  }
  apply_queue();
  ImGui_ImplOpenGL2_NewFrame();
  ImGui::NewFrame();
}

void ImguiBinding::end() {
  ImGui::Render();
  platform_.target().pushGLStates();
  ImGui_ImplOpenGL2_RenderDrawData(ImGui::GetDrawData());
  platform_.target().popGLStates();
}

void ImguiBinding::show_metrics(bool& open) { ImGui::ShowMetricsWindow(&open); }

}  // namespace mot
