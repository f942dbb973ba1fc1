#include "game/stage/pause_menu.h"

#include <vector>

namespace mot {
namespace {

constexpr float kWidth = 420;
constexpr float kButton = 48;
constexpr float kGap = 12;
constexpr float kHead = 76;
constexpr float kFoot = 28;

struct Entry {
  const char* id;
  std::string label;
  ButtonLook look;
};

}  // namespace

void draw_pause_menu(Canvas& canvas, Ui& ui, const UiStrings& words, const PauseChoices& choices) {
  const auto plain = [](const char* icon) {
    return ButtonLook{.kind = ButtonKind::outline, .icon = icon, .left_aligned = true};
  };
  std::vector<Entry> entries;
  ButtonLook first{.kind = ButtonKind::primary, .icon = "play", .left_aligned = true};
  entries.push_back({"resume", words.text("play.pause-continue"), first});
  if (choices.practice) {
    ButtonLook look = plain("refresh");
    look.enabled = choices.undo;
    entries.push_back({"undo", words.text("play.pause-undo"), look});
  }
  if (choices.first_branch) {
    entries.push_back({"back-to-first", words.text("room.first-branch"), plain("left")});
  }
  entries.push_back({"pause-language", choices.language, plain("globe")});
  entries.push_back({"glossary", words.text("glossary.title"), plain("book")});
  // Who begins an exam anew does so at the briefing, which says what becomes of this one.
  if (choices.practice) {
    entries.push_back({"restart", words.text("play.pause-restart"), plain("flag")});
  }
  ButtonLook leave = plain("left");
  leave.kind = choices.unsaved ? ButtonKind::danger : ButtonKind::outline;
  entries.push_back({"leave",
                     words.text(choices.unsaved ? "play.pause-leave-unsaved" : "play.pause-leave"),
                     leave});

  const float height = kHead + static_cast<float>(entries.size()) * (kButton + kGap) - kGap + kFoot;
  const Rect panel{(kLogicalWidth - kWidth) / 2, (kLogicalHeight - height) / 2, kWidth, height};
  canvas.panel(panel, 24, theme::kCream, 3);
  canvas.text(words.text("play.pause-title"), {panel.x + 32, panel.y + 48}, {theme::kPageTitle});
  float y = panel.y + kHead;
  for (Entry& entry : entries) {
    entry.look.type = theme::kLabel.growing(1.3F);
    ui.button(canvas, entry.id, {panel.x + 32, y, kWidth - 64, kButton}, entry.label, entry.look);
    y += kButton + kGap;
  }
}

}  // namespace mot
