#include "game/stage/meters.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "game/window/text.h"

namespace mot {
namespace {

constexpr Rect kPanel{24, 84, 236, 108};
constexpr float kGrowing = 1.25F;  // a row has room for no more
constexpr float kTarget = 0.6F;    // the tick on the bar of satisfaction
constexpr float kPaleFade = 0.3F;
constexpr float kPale = 0.32F;
// Parts of theme::kDelta: until when a change comes, and from when it goes.
constexpr float kDeltaComes = 0.15F;
constexpr float kDeltaGoes = 0.5F;

std::string signed_number(int value) {
  return fmt::format("{}{}", value < 0 ? "−" : value > 0 ? "+" : "", std::abs(value));
}

}  // namespace

DeltaLook delta_look(float since, bool still) {
  const float t = std::clamp(since / theme::kDelta, 0.F, 1.F);
  const float come = std::min(1.F, t / kDeltaComes);
  const float gone = std::clamp((t - kDeltaGoes) / (1 - kDeltaGoes), 0.F, 1.F);
  return {come * (1 - gone), still ? 0 : theme::kDeltaRise * (1 - eased(Easing::out, t))};
}

struct Meters::Row {
  const std::string& label;
  const char* icon;
  Colour colour;
  Colour tint;
  float y;
  const Gauge& gauge;
  bool known;
  float least;  // value at the bar's left end
};

void Meters::Gauge::go(float to, bool animate) {
  before = value.target();
  change = animate ? static_cast<int>(std::lround(to) - std::lround(before)) : 0;
  since = animate && change != 0 ? 0 : 100;
  if (animate) {
    value.go(to, theme::kMeter, Easing::in_out);
  } else {
    value.set(to);
  }
}

void Meters::set(std::optional<double> satisfaction, int mood, bool animate) {
  const bool first = satisfaction && !scored_;
  scored_ = satisfaction.has_value();
  satisfaction_.go(static_cast<float>(satisfaction.value_or(0)), animate && scored_);
  if (first) {
    satisfaction_.change = 0;  // there was nothing to change from
    satisfaction_.since = 100;
  }
  mood_.go(static_cast<float>(mood), animate);
}

void Meters::update(float dt) {
  for (Gauge* gauge : {&satisfaction_, &mood_}) {
    gauge->value.update(dt);
    gauge->since = std::min(100.F, gauge->since + dt);
  }
}

bool Meters::moving() const {
  const auto moves = [](const Gauge& gauge) {
    return gauge.value.moving() || gauge.since < theme::kDelta + kPaleFade + 0.1F;
  };
  return moves(satisfaction_) || moves(mood_);
}

void Meters::draw_row(Canvas& canvas, const Row& row, bool still) const {
  const Gauge& gauge = row.gauge;
  canvas.circle({50, row.y + 10}, 15, row.tint);
  canvas.icon(row.icon, {40, row.y}, {20, row.colour});
  const theme::Type number = theme::kCardTitle.sized(16).growing(kGrowing);
  const int value = static_cast<int>(std::lround(gauge.value.value()));
  const std::string shown = !row.known      ? "–"
                            : row.least < 0 ? signed_number(value)
                                            : fmt::format("{}", value);
  TextStyle style{number};
  style.align = Align::right;
  canvas.text(shown, {244, row.y + 8}, style);
  TextStyle name{theme::kLabel.growing(kGrowing)};
  name.width = 170 - canvas.text_width(shown, number) - 6;
  if (canvas.text_width(row.label, name.type) > name.width) {
    name.type = theme::kLabel.growing(1);
  }
  name.max_lines = 1;
  canvas.text(row.label, {74, row.y + 7}, name);
  const DeltaLook delta = delta_look(gauge.since, still);
  if (gauge.change != 0 && delta.strength > 0) {
    style.type = theme::kCaption.weighing(700).growing(kGrowing);
    style.colour = gauge.change < 0 ? theme::kCoral700 : theme::kBlue700;
    canvas.push();
    canvas.fade(delta.strength);
    canvas.translate({0, delta.below});
    canvas.text(signed_number(gauge.change),
                {244 - canvas.text_width(shown, number) - 8, row.y + 7}, style);
    canvas.pop();
  }
  const Rect bar{74, row.y + 15, 170, 9};
  const float span = 100 - row.least;
  const auto at = [&](float v) {
    return bar.x + bar.w * std::clamp((v - row.least) / span, 0.F, 1.F);
  };
  canvas.rounded(bar, bar.h / 2, theme::kTrack);
  const float zero = at(0);
  const float now = at(row.known ? gauge.value.value() : 0);
  const float was = at(gauge.before);
  // What was just lost stays pale for a while.
  const float pale = 1 - std::clamp((gauge.since - theme::kDelta) / kPaleFade, 0.F, 1.F);
  if (pale > 0 && row.known && std::fabs(was - now) > 0.5F && gauge.change < 0) {
    canvas.rounded({std::min(was, now), bar.y, std::fabs(was - now), bar.h}, bar.h / 2,
                   faded(row.colour, kPale * pale));
  }
  if (std::fabs(now - zero) > 0.5F) {
    const Rect full{std::min(zero, now), bar.y, std::fabs(now - zero), bar.h};
    canvas.rounded(full, std::min(bar.h, full.w) / 2, row.colour);
  }
  const float tick = row.least < 0 ? zero : bar.x + bar.w * kTarget;
  canvas.rounded({tick - 1, row.y + 13, 2, 13}, 1, faded(theme::kInk, 0.35F));
}

void Meters::draw(Canvas& canvas, const UiStrings& words, bool still) {
  canvas.panel(kPanel, 18, theme::kPaper, 2);
  draw_row(canvas,
           {words.text("play.satisfaction"), "smile", theme::kTeal, theme::kTeal50, 104,
            satisfaction_, scored_, 0},
           still);
  draw_row(
      canvas,
      {words.text("play.mood"), "heart", theme::kViolet, theme::kViolet50, 152, mood_, true, -100},
      still);
}

}  // namespace mot
