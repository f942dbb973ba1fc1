#include "game/screens/library_hero.h"

#include <algorithm>
#include <cmath>

#include "game/screens/labels.h"

namespace mot {
namespace {

constexpr float kWidth = 1216;
constexpr float kLeastHeight = 212;
constexpr float kRadius = 24;
constexpr float kTextWidth = 500;
constexpr float kPictureFrom = 568;  // from the panel's left edge
constexpr float kFade = 170;
constexpr float kCloser = 24;  // what its margins can give to a third line of words
constexpr Colour kCaption = rgb(0xA9DAD4);
constexpr Colour kSummary = rgb(0xDDF0ED);
constexpr Colour kBarIdle = rgb(0x3F8480);

void draw_picture(Canvas& canvas, Rect box, const Scenario& scenario, ScenarioPictures& pictures) {
  const Rect part{box.x + kPictureFrom, box.y, box.w - kPictureFrom, box.h};
  // The picture is drawn in the panel's own rounded box, so that its right corners are the panel's.
  // The panel grows with its words, and the picture with it.
  const float k = box.h / kLeastHeight;
  const PictureCut cut{{kPictureFrom, -54 * k, 720 * k, 405 * k},
                       {kPictureFrom + (716 - kPictureFrom) * k, -22 * k},
                       0.42F * k,
                       kRadius};
  canvas.push();
  canvas.clip(part);
  pictures.draw(canvas, scenario, box, cut);
  canvas.pop();
  canvas.fade_right({part.x - 1, box.y, kFade, box.h}, theme::kTeal700, faded(theme::kTeal700, 0));
}

void draw_progress(Canvas& canvas, Vec at, const Hero& hero) {
  canvas.text(hero.progress, {at.x, at.y + 17}, {theme::kLabel, theme::kPaper});
  constexpr float kMost = 300;
  const auto count = static_cast<float>(std::max(1, hero.stages));
  const float width = std::min(28.F, kMost / count - 6);
  for (int i = 0; i < hero.stages; ++i) {
    const Rect bar{at.x + static_cast<float>(i) * (width + 6), at.y + 26, width, 7};
    canvas.pill(bar, i < hero.stage ? theme::kPaper : i == hero.stage ? theme::kAmber : kBarIdle);
  }
}

}  // namespace

float draw_hero(Canvas& canvas,
                Ui& ui,
                Vec at,
                const Hero& hero,
                const Reading& reading,
                const UiStrings& words,
                ScenarioPictures& pictures) {
  const std::string title(reading.trimmed(hero.scenario->title));
  const std::string summary =
      hero.why.empty() ? std::string(reading.trimmed(hero.scenario->summary)) : hero.why;
  const TextStyle title_style{theme::kDisplay, theme::kPaper};
  const TextStyle summary_style{theme::kBody.sized(16), kSummary};
  const float title_height = block_height(canvas, title, kTextWidth, title_style);
  const float summary_height = block_height(canvas, summary, kTextWidth, summary_style);
  const float words_height = title_height + 6 + summary_height;
  // A line more than usual moves closer to its neighbours, so that the cards below stay in sight.
  const float missing = 48 + words_height + 14 + 44 + 14 - kLeastHeight;
  const float closer = missing > 0 && missing <= kCloser ? missing : 0;
  const float above = 48 - closer / 2;
  const float height =
      std::round(std::max(kLeastHeight, above + words_height + 14 + 44 + 14 - closer / 2));
  const Rect box{at.x, at.y, kWidth, height};
  canvas.shadow(box, kRadius, 3);
  canvas.rounded(box, kRadius, theme::kTeal700);
  draw_picture(canvas, box, *hero.scenario, pictures);

  const float x = at.x + 32;
  const theme::Type capitals{13, 18, 13, 20, 700, 0.8F};
  canvas.text(hero.caption, {x, at.y + above - 8}, {capitals, kCaption});
  float y = at.y + above;
  y += draw_block(canvas, title, {x, y}, kTextWidth, title_style) + 6;
  draw_block(canvas, summary, {x, y}, kTextWidth, summary_style);
  const float button_width =
      std::max(176.F, canvas.text_width(hero.action, theme::kCardTitle.sized(16)) + 84);
  const Rect button{x, box.bottom() - 58 + closer / 4, button_width, 44};
  const ControlState state = ui.button(canvas, "hero", button, hero.action,
                                       {.kind = ButtonKind::amber,
                                        .icon = "play",
                                        .icon_filled = true,
                                        .type = theme::kCardTitle.sized(16),
                                        .radius = 14,
                                        .icon_size = 22});
  if (state.focused && !canvas.high_contrast()) {
    // The usual ring is as dark as the ground.
    canvas.border(button.inset(-3), 17, theme::kSelectionBorder, theme::kPaper);
  }
  if (hero.progress.empty()) {
    canvas.push();
    const float end = button.right() + 22;
    canvas.label(
        hero.scenario->minutes > 0
            ? words.text("common.minutes", {{"count", std::to_string(hero.scenario->minutes)}})
            : "",
        {end, button.y + 22}, {theme::kLabel, theme::kPaper});
    canvas.pop();
  } else {
    draw_progress(canvas, {button.right() + 22, button.y}, hero);
  }
  return height;
}

float draw_hero_ground(Canvas& canvas, Vec at) {
  const Rect box{at.x, at.y, kWidth, kLeastHeight};
  canvas.shadow(box, kRadius, 3);
  canvas.rounded(box, kRadius, theme::kTeal700);
  return kLeastHeight;
}

}  // namespace mot
