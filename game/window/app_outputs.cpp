// App: what it hands out on request, pictures (--screenshot) and measurements (--measure).
#include <cstdio>

#include "game/window/app.h"
#include "game/window/imgui_binding.h"
#include "game/window/process.h"
#include "game/window/widgets.h"

namespace mot {
namespace {

constexpr float kAroundFocus = 10;   // units around a control in which its focus may show
constexpr int kSeenPixels = 60;      // so many others make a difference to the eye
constexpr double kSettleTime = 4.5;  // after the last movement, before load at rest is measured

}  // namespace

void App::take_screenshot() {
  if (!platform_.save_picture(options_.screenshot)) {
    std::fprintf(stderr, "mot-window: cannot write %s\n", options_.screenshot.c_str());
    exit_code_ = 3;
  }
  if (options_.dump_ids) {
    std::printf("{");
    const char* comma = "";
    for (const auto& [id, box] : canvas_.places()) {
      std::printf("%s\n  \"%s\": [%.0f, %.0f, %.0f, %.0f]", comma, id.c_str(),
                  static_cast<double>(box.x), static_cast<double>(box.y),
                  static_cast<double>(box.w), static_cast<double>(box.h));
      comma = ",";
    }
    std::printf("\n}\n");
  }
  running_ = false;
}

void App::save_picture() {
  if (!picture_.empty() && !platform_.save_picture(picture_)) {
    std::fprintf(stderr, "mot-window: cannot write %s\n", picture_.c_str());
    exit_code_ = 3;
  }
  picture_.clear();
}

void App::print_time(const std::string& name) const {
  const double ms = sent_ > 0 ? (answered_ - sent_) * 1000 : seconds_since_start() * 1000;
  std::printf("%s %.1f\n", name.c_str(), ms);
  std::fflush(stdout);  // whoever reads knows what was shown, also of a program that is killed then
}

void App::print_frames(const std::string& name) {
  std::printf("%s %zu %.1f %.1f %.1f\n", name.c_str(), frames_ms_.size(),
              percentile(frames_ms_, 50), percentile(frames_ms_, 99), percentile(frames_ms_, 100));
  std::fflush(stdout);
  frames_ms_.clear();
}

void App::check_layout() {
  if (check_.empty()) {
    return;
  }
  for (const std::string& problem :
       layout_problems(canvas_.noted_texts(), platform_.picture(), canvas_.high_contrast())) {
    std::fprintf(stderr, "%s: %s\n", check_.c_str(), problem.c_str());
    exit_code_ = 1;
  }
  check_.clear();
}

// What the screen looks like with and without its focus; nothing of it is shown to anybody.
Pixels App::picture_of_focus(bool hidden) {
  stack_.back()->controls()->hide_focus(hidden);
  draw_screen();
  paint_screen();
  stack_.back()->controls()->hide_focus(false);
  return platform_.picture();
}

// A step of the walk through all controls, whenever the one before has come to rest.
void App::check_reach() {
  if (!reach_ || busy() || dirty_ || !events_.empty()) {
    return;
  }
  Ui* controls = stack_.back()->controls();
  if (!reach_->begun()) {
    focus_before_ = controls == nullptr ? Ui() : *controls;
    reach_->begin(controls != nullptr && !controls->enabled_controls().empty());
  } else {
    const std::string focused = controls->focused();
    const Rect box = controls->visible_box(focused).inset(-kAroundFocus);
    const Vec a = canvas_.to_pixel({box.x, box.y});
    const Vec b = canvas_.to_pixel({box.right(), box.bottom()});
    const Pixels without = picture_of_focus(true);
    const Pixels with = picture_of_focus(false);
    const int changed = different_pixels(with, without, {a.x, a.y, b.x - a.x, b.y - a.y});
    reach_->arrived(focused, changed >= kSeenPixels, controls->enabled_controls());
  }
  if (!reach_->done()) {
    events_.push_back(reach_->next_event());
    return;
  }
  for (const std::string& problem : reach_->problems()) {
    std::fprintf(stderr, "%s: %s\n", reach_->name().c_str(), problem.c_str());
    exit_code_ = 1;
  }
  reach_.reset();
  if (controls != nullptr) {
    *controls = focus_before_;  // what follows in the script begins where it would have begun
    dirty_ = true;
  }
}

void App::measure() {
  if (phase_ == Phase::off || phase_ == Phase::done || drawn_ < 2) {
    return;
  }
  const double t = now();
  const auto next = [&](Phase phase) {
    phase_ = phase;
    phase_start_ = t;
    phase_processor_ = processor_seconds();
  };
  if (phase_ == Phase::waiting) {
    stack_.back()->exercise(true);
    next(Phase::moving);
  } else if (phase_ == Phase::moving && t - phase_start_ >= options_.measure) {
    stack_.back()->exercise(false);
    next(Phase::settling);
  } else if (phase_ == Phase::settling) {
    if (busy()) {
      phase_start_ = t;
    } else if (t - phase_start_ >= kSettleTime) {
      next(Phase::resting);
    }
  } else if (phase_ == Phase::resting && t - phase_start_ >= options_.measure) {
    measurement_.rest_cpu_percent =
        100 * (processor_seconds() - phase_processor_) / (t - phase_start_);
    measurement_.rss_mb = resident_megabytes();
    std::printf("%s\n", measurement_json(measurement_).c_str());
    next(Phase::done);
    running_ = false;
  }
}

}  // namespace mot
