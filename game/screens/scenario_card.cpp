#include "game/screens/scenario_card.h"

#include <algorithm>

#include "game/screens/labels.h"
#include "game/screens/page.h"

namespace mot {
namespace {

constexpr float kPadding = 16;
constexpr PictureCut kCut{{-70, -6, 525.6F, 295.65F}, {71, -4}, 0.25F, theme::kRadiusCard};

TextStyle title_style() { return {theme::kCardTitle}; }

// The sign at the right: play where nothing was played yet.
void draw_action(Canvas& canvas, Vec centre, bool played, float hover) {
  canvas.circle(centre, 18, mixed(theme::kTeal, theme::kTeal700, hover));
  canvas.icon_centred(played ? "arrow" : "play", centre, {20, theme::kPaper, 2.2F});
}

void draw_chips(Canvas& canvas, Rect box, const ScenarioCard& card, const UiStrings& words) {
  float end = box.x + 12;
  if (!card.seen.setting.empty()) {
    end = draw_setting_chip(canvas, {end, box.y + 12}, card.seen.setting, words).right() + 8;
  }
  const std::string result =
      card.results.unfinished ? words.text("library.in-progress")
      : card.best ? words.text("library.best-result", {{"answer", std::to_string(*card.best)}})
                  : std::string();
  // Below the other where there is no room beside it.
  const bool beside = end + chip_width(canvas, result, true) <= box.right() - 12;
  const Vec corner{box.right() - 12, box.y + (beside ? 12.F : 44.F)};
  if (card.results.unfinished) {
    const std::string& label = words.text("library.in-progress");
    draw_chip(canvas, {corner.x - chip_width(canvas, label, true), corner.y}, label, theme::kAmber,
              theme::kInk, "pause");
  } else if (card.best) {
    draw_result_chip(canvas, corner, *card.best, words);
  }
}

}  // namespace

float extra_card_height(Canvas& canvas, const std::string& title) {
  const float usual = canvas.measure("A", title_style()).height;
  const float text = block_height(canvas, title, kCardWidth - 2 * kPadding, title_style());
  return std::max(0.F, text - usual) + std::max(0.F, usual - 24) * 3;
}

void draw_scenario_card(Canvas& canvas,
                        Ui& ui,
                        const std::string& id,
                        Rect box,
                        const ScenarioCard& card,
                        ScenarioPictures& pictures,
                        const UiStrings& words) {
  const ControlState state = ui.place(canvas, id, box, theme::kRadiusCard, true, false);
  canvas.push();
  canvas.translate({0, -3 * state.hover});
  canvas.shadow(box, theme::kRadiusCard, state.hover > 0.5F ? 3 : 2);
  canvas.rounded(box, theme::kRadiusCard, theme::kPaper);
  const float needed = kCardHeight + extra_card_height(canvas, card.title);
  const float height = std::clamp(kCardPicture - (needed - box.h), kLeastPicture, kCardPicture);
  // The picture's lower corners lie under the white part.
  const Rect picture{box.x, box.y, box.w, height + theme::kRadiusCard};
  if (card.scenario != nullptr) {
    pictures.draw(canvas, *card.scenario, picture, kCut);
  } else {
    canvas.rounded(picture, kCut.radius, look_of_setting(card.seen.setting).tint);
  }
  canvas.rect({box.x, box.y + height, box.w, theme::kRadiusCard + 2}, theme::kPaper);
  draw_chips(canvas, box, card, words);
  draw_block(canvas, card.title, {box.x + kPadding, box.y + height + 14}, box.w - 2 * kPadding,
             title_style());
  const float text_line = canvas.measure("A", {theme::kLabel}).height;
  // Large letters take two lines.
  const float line = box.bottom() - 31 - (text_line > 24 ? text_line - 4 : 0.F);
  draw_facts(canvas, {box.x + kPadding, line}, box.w - 2 * kPadding - 44,
             {card.seen.minutes, card.seen.difficulty}, words);
  draw_action(canvas, {box.right() - 32, line - 3}, card.best || card.results.unfinished,
              state.hover);
  if (state.focused) {
    draw_focus_ring(canvas, box, theme::kRadiusCard);
  }
  canvas.pop();
}

}  // namespace mot
