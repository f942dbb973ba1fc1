// Input events written in a file (`--events`), for tests and documents. One a line:
//
//   # a comment
//   at 1200             the next lines happen at 1200 ms after the first frame (never earlier)
//   at 1200 key Enter   the same on one line
//   wait 500            … 500 ms after the line before
//   settle              … when nothing of meaning moves any more
//   await ID            … when the widget with that test id is on the screen; after 30 s without
//                       it the script ends with an error
//   key ctrl+v          press and release; modifiers ctrl+, shift+, alt+
//   text 你好            characters typed, to the end of the line
//   move 640 360        the pointer goes there (logical units, 1280 x 720)
//   click 640 360       press and release there; `right-click`, `press`, `release` too
//   click #hint         … in the middle of the widget with that test id, which is scrolled to
//                       where it is out of sight; one that is not there is an error
//   wheel 640 360 -3    three notches down
//   resize 1600 900     the window's new size in pixels
//   focus-lost          also focus-gained
//   pad 3               button 3 of a game pad, press and release; counted from 0
//   pad-axis x -100     a stick or the cross of a pad lies there: x, y, cross-x, cross-y, right-y
//   pad-connect NAME    a pad is plugged in; pad-disconnect: pulled out
//   shot FILE           writes a picture of the window now
//   check NAME          looks whether texts are cut, covered, one on another or too faint; each
//                       fault is a line on standard error, and the exit code is 1
//   reach NAME          walks through all controls by Tab and by pad, as `check` does: a fault for
//                       one that is never reached, or where nobody sees that the focus is there
//   time NAME           prints the milliseconds from the event before to the end of the frame that
//                       answers it; before any event: from the program's start to here
//   frames NAME         prints how many frames there were since the line before of that kind, and
//                       within how many milliseconds half, 99 % and all of them were worked out
//   quit
//
// Lines without a time happen one frame after the line before.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "game/window/event.h"

namespace mot {

struct EventStep {
  enum class Kind { at, wait, settle, await, event, click_id, shot, check, reach, time, frames };
  Kind kind = Kind::event;
  double seconds = 0;         // at, wait
  std::vector<Event> events;  // event, click_id: sent one after the other in one frame
  std::string id;             // click_id, await: the widget; shot: the file; all others: the name
};

struct EventScript {
  std::vector<EventStep> steps;
  std::string error;  // "line 3: unknown key 'Entr'"; empty when the script can be used
};

// Reads a script; stops at the first line that cannot be read.
EventScript parse_event_script(std::string_view text);

}  // namespace mot
