#include "game/stage/patience.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace mot {
namespace {

constexpr float kRadius = 35;
constexpr float kStroke = 8;
constexpr float kPulse = 2;
constexpr float kRound = 2 * std::numbers::pi_v<float> * kRadius;
constexpr float kStep = 0.34F;  // units of the ring that are seen
// The ring is as wide as it is, and the dialogue ends right of it.
constexpr theme::Type kSeconds = theme::kPageTitle.growing(1.3F);
constexpr theme::Type kWord = theme::kCaption.weighing(600);
constexpr float kMostWord = 120;

Colour colour_at(float share) {
  return share > 0.5F ? theme::kTeal : share >= 0.25F ? theme::kAmber : theme::kDetractor;
}

}  // namespace

void Patience::set(float seconds) {
  limit_ = std::max(0.F, seconds);
  left_ = limit_;
  running_ = false;
  drawn_ = -1;
}

bool Patience::update(float dt) {
  if (!running_) {
    return false;
  }
  left_ = std::max(0.F, left_ - dt);
  running_ = left_ > 0;
  return !running_;
}

// The stroke breathes once a second when little is left.
float Patience::width() const {
  if (still_ || !running_ || left_ >= limit_ * 0.25F) {
    return kStroke;
  }
  const float whole = left_ - std::floor(left_);
  return kStroke + kPulse * (0.5F - 0.5F * std::cos(2 * std::numbers::pi_v<float> * whole));
}

bool Patience::changed() const {
  if (limit_ <= 0 || left_ == drawn_) {
    return false;
  }
  return drawn_ < 0 || width() != kStroke || left_ <= 0 ||
         std::fabs(drawn_ - left_) / limit_ * kRound >= kStep;
}

void Patience::draw(Canvas& canvas, Vec centre, const std::string& label, bool still) {
  still_ = still;
  drawn_ = left_;
  const float share = limit_ > 0 ? left_ / limit_ : 0;
  canvas.ring(centre, kRadius, kStroke, theme::kTrack);
  if (share > 0) {
    canvas.arc(centre, kRadius, width(), 0, std::min(share, 0.9999F), colour_at(share));
  }
  const std::string seconds = fmt::format("{}", static_cast<int>(std::ceil(left_)));
  TextStyle style{seconds.size() > 2 ? kSeconds.growing(1) : kSeconds};
  style.align = Align::centre;
  canvas.label(seconds, centre, style);
  style.type = kWord.growing(1.6F);
  if (canvas.text_width(label, style.type) > kMostWord) {
    style.type = kWord.growing(1);
  }
  style.colour = theme::kInk2;
  canvas.label(label, {centre.x, centre.y + 57}, style);
}

}  // namespace mot
