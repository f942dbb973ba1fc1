#include "game/editor/completion_box.h"

#include <algorithm>
#include <cmath>

namespace mot {
namespace {

constexpr std::size_t kMostShown = 8;

}  // namespace

bool CompletionBox::take(const std::string& field, const Event& event) {
  if (!open(field) || event.type != Event::Type::key_down || event.control || event.shift) {
    return false;
  }
  const std::size_t count = std::min(completion_.words.size(), kMostShown);
  switch (event.key) {
    case Key::down: at_ = (at_ + 1) % count; return true;
    case Key::up: at_ = (at_ + count - 1) % count; return true;
    case Key::enter:
    case Key::tab: picked_ = true; return true;
    default: return false;
  }
}

void CompletionBox::offer(const std::string& field, Completion completion) {
  if (field != field_ || completion.words != completion_.words) {
    at_ = 0;
  }
  field_ = field;
  completion_ = std::move(completion);
}

std::optional<std::pair<std::size_t, std::string>> CompletionBox::chosen(const std::string& field) {
  if (!picked_ || !open(field)) {
    picked_ = false;
    return std::nullopt;
  }
  picked_ = false;
  std::pair word{completion_.begin, completion_.words[at_]};
  completion_ = {};
  return word;
}

void CompletionBox::draw(ToolUi& ui, const std::string& field, ImVec2 at) {
  if (!open(field)) {
    return;
  }
  const std::size_t count = std::min(completion_.words.size(), kMostShown);
  float width = ui.px(120);
  for (std::size_t i = 0; i < count; ++i) {
    width = std::max(width, ui.text_width(completion_.words[i], ToolFont::code) + ui.px(24));
  }
  const float row = ui.px(24);
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const float height = row * static_cast<float>(count) + ui.px(8);
  at.x = std::min(at.x, screen.x - width - ui.px(8));
  at.y = std::min(at.y + ui.px(3), screen.y - height);
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  list.AddRectFilled(at, {at.x + width, at.y + height}, ui.fill(theme::kPaper), ui.px(8));
  list.AddRect(at, {at.x + width, at.y + height}, ui.ink(theme::kTeal), ui.px(8), 0, ui.px(1));
  for (std::size_t i = 0; i < count; ++i) {
    const float y = at.y + ui.px(4) + row * static_cast<float>(i);
    if (i == at_) {
      list.AddRectFilled({at.x + ui.px(4), y}, {at.x + width - ui.px(4), y + row},
                         ui.fill(theme::kTeal50), ui.px(6));
    }
    ui.draw_text(list, {at.x + ui.px(12), y + (row - ui.font(ToolFont::code)->FontSize) / 2},
                 completion_.words[i], ToolFont::code, theme::kInk, false);
  }
}

}  // namespace mot
