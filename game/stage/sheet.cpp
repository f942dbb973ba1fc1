#include "game/stage/sheet.h"

#include <algorithm>

namespace mot {
namespace {

constexpr float kHead = 84;
constexpr float kFoot = 92;
constexpr float kMargin = 16;
constexpr float kVeilStrength = 0.45F;
constexpr float kButtonWidth = 156;
constexpr float kButtonHeight = 46;

}  // namespace

void draw_sheet(Canvas& canvas,
                Ui& ui,
                const UiStrings& words,
                const Sheet& sheet,
                const std::function<void(Vec)>& draw) {
  canvas.push();
  canvas.fade(sheet.strength);
  canvas.rect({-kLogicalWidth, -kLogicalHeight, 3 * kLogicalWidth, 3 * kLogicalHeight},
              faded(theme::kNavy700, kVeilStrength));
  const float height = std::min(sheet.content + kHead + kFoot, kLogicalHeight - 2 * kMargin);
  const Rect panel{(kLogicalWidth - sheet.width) / 2, (kLogicalHeight - height) / 2, sheet.width,
                   height};
  canvas.panel(panel, 24, theme::kCream, 3);
  canvas.text(sheet.title, {panel.x + sheet.padding, panel.y + 53}, {theme::kPageTitle});
  const Rect list{panel.x, panel.y + kHead, panel.w, height - kHead - kFoot};
  ui.begin_scroll(canvas, sheet.id, list, sheet.content);
  draw({panel.x + sheet.padding, list.y});
  ui.end_scroll(canvas);
  ui.button(canvas, "close-" + sheet.id,
            {panel.right() - sheet.padding - kButtonWidth,
             panel.bottom() - kFoot + (kFoot - kButtonHeight) / 2, kButtonWidth, kButtonHeight},
            words.text("keys.close"), {.kind = ButtonKind::primary, .icon = ""});
  canvas.pop();
}

}  // namespace mot
