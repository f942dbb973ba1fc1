#include "game/window/reach_check.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace mot {
namespace {

constexpr const char* kWays[] = {"by key", "by pad"};

}  // namespace

int different_pixels(const Pixels& a, const Pixels& b, Rect box) {
  if (a.width != b.width || a.height != b.height || a.rgba.size() != b.rgba.size()) {
    return 0;
  }
  const int left = std::max(0, static_cast<int>(std::floor(box.x)));
  const int top = std::max(0, static_cast<int>(std::floor(box.y)));
  const int right = std::min(a.width, static_cast<int>(std::ceil(box.right())));
  const int bottom = std::min(a.height, static_cast<int>(std::ceil(box.bottom())));
  int different = 0;
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) {
      const std::size_t at = 4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(a.width) +
                                  static_cast<std::size_t>(x));
      different += std::memcmp(a.rgba.data() + at, b.rgba.data() + at, 3) != 0 ? 1 : 0;
    }
  }
  return different;
}

ReachCheck::ReachCheck(std::string name, const Preferences& preferences) : name_(std::move(name)) {
  tab_ = event_of(preferences.keys.key_of(Command::next));
  button_.type = Event::Type::pad_button_down;
  button_.pad_button = preferences.pad.button_of(Command::next);
}

Event ReachCheck::next_event() const { return way_ == 0 ? tab_ : button_; }

void ReachCheck::begin(bool any) {
  begun_ = true;
  if (!any) {
    problems_.emplace_back("there is no control to reach");
    way_ = 2;
  }
}

void ReachCheck::arrived(const std::string& control,
                         bool seen,
                         const std::vector<std::string>& controls) {
  const bool first = reached_.insert(control).second;
  if (first && !seen) {
    problems_.push_back("nobody sees that #" + control + " has the focus");
  }
  const auto gone = [&controls](const std::string& id) {
    return std::find(controls.begin(), controls.end(), id) == controls.end();
  };
  if (steps_ == 0) {
    all_ = controls;
  }
  all_.erase(std::remove_if(all_.begin(), all_.end(), gone), all_.end());
  // One round, and one step more: what is reached in it would be reached for ever.
  most_ = std::max(most_, controls.size());
  if (++steps_ > most_) {
    end_way();
  }
}

void ReachCheck::end_way() {
  for (const std::string& control : all_) {
    if (reached_.count(control) == 0) {
      problems_.push_back("#" + control + " is never reached " + kWays[way_]);
    }
  }
  reached_.clear();
  steps_ = 0;
  ++way_;
}

}  // namespace mot
