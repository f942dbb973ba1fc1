#include "game/stage/prediction_card.h"

#include <fmt/format.h>

#include <charconv>

namespace mot {
namespace {

constexpr std::string_view kPrefix = "predict-";
constexpr float kWidth = 760;
constexpr float kPadding = 40;
constexpr float kButton = 54;
constexpr float kFoot = 84;
constexpr float kVeilStrength = 0.45F;

float button_x(int number) {
  constexpr float kStep = (kWidth - 2 * kPadding - kButton) / kMostPredicted;
  return kPadding + static_cast<float>(number) * kStep;
}

// The eleven answers in a row, and below what the first and the last mean.
void draw_scale(Canvas& canvas, Ui& ui, const UiStrings& words, Vec at) {
  for (int number = 0; number <= kMostPredicted; ++number) {
    ui.button(canvas, prediction_control(number), {at.x + button_x(number), at.y, kButton, kButton},
              fmt::format("{}", number),
              {.kind = ButtonKind::outline, .icon = "", .type = theme::kCardTitle.growing(1.3F)});
  }
  TextStyle end{theme::kCaption.growing(1.5F), theme::kInk2};
  end.width = (kWidth - 2 * kPadding) / 2;
  end.max_lines = 1;
  canvas.text(words.text("play.predict-least"), {at.x + kPadding, at.y + kButton + 26}, end);
  end.align = Align::right;
  canvas.text(words.text("play.predict-most"), {at.x + kWidth - kPadding, at.y + kButton + 26},
              end);
}

}  // namespace

void draw_prediction_card(Canvas& canvas,
                          Ui& ui,
                          const UiStrings& words,
                          const std::string& customer,
                          float strength) {
  const std::string title = words.text("play.predict", {{"name", customer}});
  TextStyle title_style{theme::kPageTitle};
  title_style.width = kWidth - 2 * kPadding;
  TextStyle body{theme::kBody.sized(16), theme::kInk2};
  body.width = title_style.width;
  const float title_height = canvas.measure(title, title_style).height;
  const float body_height = canvas.measure(words.text("play.predict-means"), body).height;
  const float height = 32 + title_height + 10 + body_height + 22 + kButton + 44 + kFoot;
  canvas.push();
  canvas.fade(strength);
  canvas.rect({-kLogicalWidth, -kLogicalHeight, 3 * kLogicalWidth, 3 * kLogicalHeight},
              faded(theme::kNavy700, kVeilStrength));
  const Rect panel{(kLogicalWidth - kWidth) / 2, (kLogicalHeight - height) / 2, kWidth, height};
  canvas.panel(panel, 24, theme::kCream, 3);
  float y = panel.y + 32;
  canvas.paragraph(title, {panel.x + kPadding, y, title_style.width, title_height}, title_style,
                   false);
  y += title_height + 10;
  canvas.paragraph(words.text("play.predict-means"),
                   {panel.x + kPadding, y, body.width, body_height}, body, false);
  y += body_height + 22;
  draw_scale(canvas, ui, words, {panel.x, y});
  const theme::Type type = theme::kLabel.growing(1.4F);
  const std::string& skip = words.text("play.predict-skip");
  const float width = canvas.text_width(skip, type) + 56;
  ui.button(canvas, "skip-prediction",
            {panel.right() - kPadding - width, panel.bottom() - 72, width, 44}, skip,
            {.kind = ButtonKind::quiet, .icon = "", .type = type});
  canvas.pop();
}

std::string prediction_control(int number) { return fmt::format("{}{}", kPrefix, number); }

std::optional<int> prediction_of(const std::string& control) {
  if (control.compare(0, kPrefix.size(), kPrefix) != 0) {
    return std::nullopt;
  }
  int number = -1;
  const char* end = control.data() + control.size();
  const auto read = std::from_chars(control.data() + kPrefix.size(), end, number);
  return read.ptr == end && number >= 0 && number <= kMostPredicted ? std::optional<int>(number)
                                                                    : std::nullopt;
}

std::optional<int> prediction_typed(const std::string& focused, Key key) {
  const int digit = key == Key::digit0 ? 0 : digit_of(key);
  if (digit == 0 && key != Key::digit0) {
    return std::nullopt;
  }
  return digit == 0 && prediction_of(focused) == 1 ? kMostPredicted : digit;
}

}  // namespace mot
