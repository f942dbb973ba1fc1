#include "game/window/imgui_binding.h"

#include <imgui.h>

#include <SFML/Graphics/RenderWindow.hpp>
#include <algorithm>
#include <cfloat>
#include <iterator>
#include <utility>

#include "game/window/platform.h"

namespace mot {
namespace {

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

ImguiBinding::ImguiBinding(Platform& platform) : platform_(platform) {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  // At rest nothing is drawn, so nothing blinks.
  io.ConfigInputTextCursorBlink = false;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  map_keys(io);
  io.ClipboardUserData = new std::pair<Platform*, std::string>(&platform_, "");
  io.GetClipboardTextFn = read_clipboard;
  io.SetClipboardTextFn = write_clipboard;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
}

ImguiBinding::~ImguiBinding() {
  platform_.target().setActive(true);
  delete static_cast<std::pair<Platform*, std::string>*>(ImGui::GetIO().ClipboardUserData);
  ImGui::DestroyContext();
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
  if (fonts_.outdated(scale)) {
    platform_.target().setActive(true);
    fonts_.build(scale);
  }
  apply_queue();
  ImGui::NewFrame();
}

std::vector<Rect> ImguiBinding::end() {
  ImGui::Render();
  return painter_.changed(*ImGui::GetDrawData());
}

void ImguiBinding::paint(std::span<const Rect> parts) {
  if (parts.empty()) {
    return;
  }
  sf::RenderWindow& window = platform_.target();
  window.setActive(true);
  window.pushGLStates();
  painter_.paint(*ImGui::GetDrawData(), parts);
  window.popGLStates();
}

bool ImguiBinding::pending() const {
  const ImGuiIO& io = ImGui::GetIO();
  // A key that is held repeats.
  return !events_.empty() ||
         std::find(std::begin(io.KeysDown), std::end(io.KeysDown), true) != std::end(io.KeysDown);
}

void ImguiBinding::show_metrics(bool& open) { ImGui::ShowMetricsWindow(&open); }

}  // namespace mot
