#include "game/screens/debrief_notes.h"

#include <fmt/format.h>

#include "game/screens/page.h"

namespace mot {
namespace {

constexpr float kLeft = 24;

Rect draw_note(Canvas& canvas,
               float y,
               const std::string& said,
               const char* icon,
               Colour ground,
               Colour ink) {
  const float width = kLogicalWidth - 2 * kLeft - 76;
  const float height = block_height(canvas, said, width, {theme::kBody}) + 24;
  const Rect box{kLeft, y, kLogicalWidth - 2 * kLeft, height};
  canvas.rounded(box, 14, ground);
  canvas.icon(icon, {box.x + 18, box.y + height / 2 - 10}, {20, ink, 2});
  draw_block(canvas, said, {box.x + 52, y + 12}, width, {theme::kBody});
  return box;
}

}  // namespace

std::vector<std::string> debrief_notices(const Play& play,
                                         const PlayDebrief& told,
                                         const GameContext& context) {
  const UiStrings& words = context.words();
  std::vector<std::string> said;
  const PlayNotice& notice = play.notice();
  if (!notice.key.empty()) {
    said.push_back(words.text(notice.key, {{"cause", words.said(notice.cause)},
                                           {"number", std::to_string(notice.number)}}));
  }
  if (play.original()) {
    said.push_back(
        words.text("debrief.is-what-if", {{"number", std::to_string(play.parting() + 1)}}));
  }
  for (const DebriefNotice& one : told.debrief().notices) {
    said.push_back(one.text);
  }
  if (told.working()) {
    said.push_back(words.text("debrief.working-out"));
  }
  if (std::string problem = context.record_problem(play); !problem.empty()) {
    said.push_back(std::move(problem));
  }
  return said;
}

float draw_debrief_notes(Canvas& canvas,
                         float y,
                         const std::vector<std::string>& notices,
                         const std::string& saved) {
  if (!notices.empty()) {
    const Rect box = draw_note(canvas, y, fmt::format("{}", fmt::join(notices, "\n")), "warn",
                               theme::kAmber50, theme::kAmber800);
    canvas.border(box, 14, 2, theme::kPassive);
    y = box.bottom() + theme::kGap;
  }
  if (!saved.empty()) {
    y = draw_note(canvas, y, saved, "download", theme::kTeal50, theme::kTeal700).bottom() +
        theme::kGap;
  }
  return y;
}

}  // namespace mot
