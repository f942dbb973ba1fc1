// Walks through all controls of a screen as somebody without a pointer does: first by the key that
// goes on to the next, then by the pad. Notes what is never reached, and where the focus cannot be
// seen. For scripted visits (`reach` in event_script.h).
#pragma once

#include <set>
#include <string>
#include <vector>

#include "game/window/event.h"
#include "game/window/pixels.h"
#include "game/window/screen.h"

namespace mot {

// How many pixels of `box` (pixels) are not the same in the two pictures; 0 where their sizes
// differ.
int different_pixels(const Pixels& a, const Pixels& b, Rect box);

class ReachCheck {
 public:
  ReachCheck(std::string name, const Preferences& preferences);

  // The event to send next. Call it when everything that the last one started is over.
  Event next_event() const;
  // Begins the walk; `any`: there is something to walk to.
  void begin(bool any);
  bool begun() const { return begun_; }
  // Takes where the focus went, and the controls there are by now: some pages show others when the
  // focus moves on; what is not there all the time is not missed. `seen`: something shows that the
  // focus is there.
  void arrived(const std::string& control, bool seen, const std::vector<std::string>& controls);
  // Has every control had its turn, by both ways?
  bool done() const { return way_ > 1; }
  // One sentence for each fault so far.
  const std::vector<std::string>& problems() const { return problems_; }
  const std::string& name() const { return name_; }

 private:
  void end_way();

  std::string name_;
  Event tab_;
  Event button_;
  std::set<std::string> reached_;
  std::vector<std::string> problems_;
  std::size_t steps_ = 0;
  std::size_t most_ = 0;          // controls at once
  std::vector<std::string> all_;  // there at every step of this way
  int way_ = 0;                   // 0 by key, 1 by pad
  bool begun_ = false;
};

}  // namespace mot
