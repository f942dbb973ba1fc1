// App: steps of an event script (--events).
#include <cstdio>

#include "game/window/app.h"

namespace mot {
namespace {

constexpr double kPatience = 30;

}  // namespace

void App::end_script(const std::string& why) {
  std::fprintf(stderr, "mot-window: %s: %s\n", options_.events.c_str(), why.c_str());
  exit_code_ = 1;
  running_ = false;
}

// By the clock on the wall: what a script waits for is often worked out in a thread.
bool App::waits_too_long() {
  waited_since_ = waited_since_ > 0 ? waited_since_ : now();
  return now() - waited_since_ > kPatience;
}

bool App::awaits(const std::string& id) {
  if (canvas_.places().count(id) > 0) {
    return false;
  }
  if (waits_too_long()) {
    end_script("'#" + id + "' was awaited for 30 s and did not come to be on the screen");
  }
  return true;
}

// Nothing: not yet, or never, and the script has ended.
std::optional<Vec> App::place_to_click(const std::string& id) {
  const auto place = canvas_.places().find(id);
  const bool there = place != canvas_.places().end();
  if (there && place->second.w >= 1 && place->second.h >= 1) {
    return canvas_.to_logical(place->second.centre());
  }
  if (scrolled_to_ != id) {
    scrolled_to_ = id;
    Ui* controls = stack_.back()->controls();
    if ((controls != nullptr && controls->bring_into_sight(id)) ||
        stack_.back()->bring_into_sight(id)) {
      dirty_ = true;
      return std::nullopt;
    }
  } else if ((busy() || dirty_) && !waits_too_long()) {
    return std::nullopt;
  }
  end_script(there ? "'#" + id + "' is out of sight, and cannot be scrolled to"
                   : "no '#" + id + "' on the screen");
  return std::nullopt;
}

void App::run_script() {
  while (!script_done() && time_ >= wait_until_ && !reach_) {
    const EventStep& step = script_.steps[next_step_];
    if (step.kind == EventStep::Kind::settle && (busy() || dirty_)) {
      return;
    }
    if (step.kind == EventStep::Kind::await && awaits(step.id)) {
      return;
    }
    Vec where;
    if (step.kind == EventStep::Kind::click_id) {
      const std::optional<Vec> place = place_to_click(step.id);
      if (!place) {
        return;
      }
      where = *place;
    }
    ++next_step_;
    waited_since_ = 0;
    scrolled_to_.clear();
    if (step.kind == EventStep::Kind::at) {
      wait_until_ = std::max(wait_until_, step.seconds);
    } else if (step.kind == EventStep::Kind::wait) {
      wait_until_ = time_ + step.seconds;
    } else if (step.kind == EventStep::Kind::shot) {
      picture_ = step.id;
      return;
    } else if (step.kind == EventStep::Kind::check) {
      check_ = step.id;
      return;
    } else if (step.kind == EventStep::Kind::time) {
      print_time(step.id);
    } else if (step.kind == EventStep::Kind::frames) {
      print_frames(step.id);
    } else if (step.kind == EventStep::Kind::reach) {
      reach_.emplace(step.id, preferences_);
      return;
    } else if (step.kind != EventStep::Kind::settle && step.kind != EventStep::Kind::await) {
      for (Event event : step.events) {
        if (step.kind == EventStep::Kind::click_id) {
          event.at = where;
        }
        events_.push_back(event);
      }
      sent_ = now();
      return;
    }
  }
}

}  // namespace mot
