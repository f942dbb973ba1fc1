#include "game/screens/pin_panel.h"

#include <utility>

#include "engine/records/pin.h"
#include "game/screens/page.h"

namespace mot {
namespace {

constexpr std::size_t kMostLetters = 60;
constexpr float kHeight = 46;
constexpr theme::Type kButton = theme::kLabel.growing(1.5F);

}  // namespace

PinPanel::PinPanel() : field_(kMostLetters) { field_.hide_letters(); }

std::optional<std::string> PinPanel::use(const std::string& id) {
  if (id == "pin-remove") {
    say("");
    return std::string();
  }
  if (id != "pin-set") {
    return std::nullopt;
  }
  const std::string typed = field_.text();
  if (!long_enough(typed)) {
    say("pin.too-short");
  } else if (first_.empty()) {
    say("pin.again");
    first_ = typed;
  } else if (std::exchange(first_, {}) != typed) {
    say("pin.not-the-same");
  } else {
    say("");
    return typed;
  }
  return std::nullopt;
}

void PinPanel::say(const std::string& key) {
  field_.set("");
  first_.clear();
  said_ = key;
}

float PinPanel::draw(Canvas& canvas,
                     Ui& ui,
                     Vec at,
                     float width,
                     bool guarded,
                     bool locked,
                     const UiStrings& words) {
  const TextStyle quiet{theme::kBody, theme::kInk2};
  float y = at.y;
  const char* means = !guarded ? "pin.none" : locked ? "pin.locked" : "pin.there";
  y += draw_block(canvas, words.text(means), {at.x, y}, width, quiet) + 8;
  y += draw_block(canvas, words.text("pin.forgotten"), {at.x, y}, width, quiet) + 12;
  if (!locked) {
    const std::string& set = words.text(!first_.empty() ? "pin.repeat"
                                        : guarded       ? "pin.change"
                                                        : "pin.set");
    const float button = canvas.text_width(set, kButton) + 76;
    field_.draw(canvas, ui, kField, {at.x, y, width - button - 12, kHeight},
                words.text(first_.empty() ? "pin.new" : "pin.again-hint"));
    ui.button(canvas, "pin-set", {at.x + width - button, y, button, kHeight}, set,
              {.kind = ButtonKind::outline, .icon = "lock", .type = kButton});
    y += kHeight + 10;
    if (guarded) {
      const std::string& remove = words.text("pin.remove");
      ui.button(canvas, "pin-remove", {at.x, y, canvas.text_width(remove, kButton) + 76, kHeight},
                remove, {.kind = ButtonKind::outline, .icon = "x", .type = kButton});
      y += kHeight + 10;
    }
  }
  if (!said_.empty()) {
    y += draw_block(canvas, words.text(said_), {at.x, y}, width,
                    {theme::kBody.weighing(500), theme::kTeal700}) +
         10;
  }
  return y - at.y - 10;
}

}  // namespace mot
