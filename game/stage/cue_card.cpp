#include "game/stage/cue_card.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace mot {
namespace {

constexpr float kWidth = 760;
constexpr float kPadding = 40;
constexpr float kHead = 92;
constexpr float kFoot = 96;
constexpr float kGap = 18;
constexpr float kVeilStrength = 0.45F;

using Questions = std::array<const char*, 4>;
constexpr std::array<Questions, 3> kQuestions{
    Questions{"room.before-1", "room.before-2", "room.before-3", "room.before-4"},
    Questions{"room.split-1", "room.split-2", "room.split-3", "room.split-4"},
    Questions{"room.afterwards-1", "room.afterwards-2", "room.afterwards-3", "room.afterwards-4"}};

}  // namespace

void draw_cue_card(Canvas& canvas, Ui& ui, const UiStrings& words, Cue cue, float strength) {
  TextStyle style{theme::kPanelTitle.weighing(500)};
  style.width = kWidth - 2 * kPadding - 34;
  std::vector<std::string> questions;
  std::vector<float> heights;
  float total = kHead + kFoot;
  for (const char* key : kQuestions[static_cast<std::size_t>(cue)]) {
    questions.push_back(words.text(key));
    heights.push_back(canvas.measure(questions.back(), style).height);
    total += heights.back() + kGap;
  }
  canvas.push();
  canvas.fade(strength);
  canvas.rect({-kLogicalWidth, -kLogicalHeight, 3 * kLogicalWidth, 3 * kLogicalHeight},
              faded(theme::kNavy700, kVeilStrength));
  const float height = std::min(total, kLogicalHeight - 32);
  const Rect panel{(kLogicalWidth - kWidth) / 2, (kLogicalHeight - height) / 2, kWidth, height};
  canvas.panel(panel, 24, theme::kCream, 3);
  canvas.text(words.text("room.cues"), {panel.x + kPadding, panel.y + 58}, {theme::kPageTitle});
  ui.begin_scroll(canvas, "cues", {panel.x, panel.y + kHead, kWidth, height - kHead - kFoot},
                  total - kHead - kFoot);
  float y = panel.y + kHead;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    canvas.circle({panel.x + kPadding + 8, y + 15}, 5, theme::kTeal);
    canvas.paragraph(questions[i], {panel.x + kPadding + 34, y, style.width, heights[i]}, style);
    y += heights[i] + kGap;
  }
  ui.end_scroll(canvas);
  ui.button(canvas, "close-cues", {panel.right() - kPadding - 160, panel.bottom() - 76, 160, 48},
            words.text("keys.close"), {.kind = ButtonKind::primary, .icon = ""});
  canvas.pop();
}

}  // namespace mot
