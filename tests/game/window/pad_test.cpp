#include "game/window/pad.h"

#include <catch2/catch.hpp>

using namespace mot;

namespace {

using Commands = std::vector<Command>;

Event button(int number) {
  Event event;
  event.type = Event::Type::pad_button_down;
  event.pad_button = number;
  return event;
}

Event axis(PadAxis which, float position) {
  Event event;
  event.type = Event::Type::pad_axis;
  event.pad_axis = which;
  event.position = position;
  return event;
}

Event plug(Event::Type type) {
  Event event;
  event.type = type;
  return event;
}

}  // namespace

TEST_CASE("buttons ask for what they are mapped to") {
  Pad pad;
  const PadMap map;
  CHECK(pad.handle(button(0), map) == Commands{Command::use});
  CHECK(pad.handle(button(1), map) == Commands{Command::back});
  CHECK(pad.handle(button(31), map).empty());
}

TEST_CASE("a stick counts once when it leaves the dead zone, and anew when it came back") {
  Pad pad;
  const PadMap map;
  CHECK(pad.handle(axis(PadAxis::y, 30), map).empty());
  CHECK(pad.handle(axis(PadAxis::y, 80), map) == Commands{Command::down});
  CHECK(pad.handle(axis(PadAxis::y, 100), map).empty());
  // It trembles at the edge.
  CHECK(pad.handle(axis(PadAxis::y, 50), map).empty());
  CHECK(pad.handle(axis(PadAxis::y, 60), map).empty());
  CHECK(pad.handle(axis(PadAxis::y, 10), map).empty());
  CHECK(pad.handle(axis(PadAxis::y, 80), map) == Commands{Command::down});
  CHECK(pad.handle(axis(PadAxis::y, -80), map) == Commands{Command::up});
}

TEST_CASE("stick and cross walk, the right stick scrolls") {
  Pad pad;
  const PadMap map;
  CHECK(pad.handle(axis(PadAxis::x, -100), map) == Commands{Command::left});
  CHECK(pad.handle(axis(PadAxis::cross_x, 100), map) == Commands{Command::right});
  CHECK(pad.handle(axis(PadAxis::cross_y, -100), map) == Commands{Command::up});
  CHECK(pad.handle(axis(PadAxis::right_y, 100), map) == Commands{Command::scroll_down});
}

TEST_CASE("a direction that is held comes again, until it is let go") {
  Pad pad;
  const PadMap map;
  pad.handle(axis(PadAxis::y, 100), map);
  CHECK(pad.update(kPadFirstRepeat / 2).empty());
  CHECK(pad.update(kPadFirstRepeat / 2 + 0.001F) == Commands{Command::down});
  CHECK(pad.update(kPadRepeat / 2).empty());
  CHECK(pad.update(kPadRepeat / 2 + 0.001F) == Commands{Command::down});
  pad.handle(axis(PadAxis::y, 0), map);
  CHECK(pad.update(10).empty());
}

TEST_CASE("a pad that is pulled out holds nothing") {
  Pad pad;
  const PadMap map;
  pad.handle(axis(PadAxis::y, 100), map);
  CHECK(pad.update(kPadFirstRepeat + 0.001F) == Commands{Command::down});
  CHECK(pad.handle(plug(Event::Type::pad_disconnected), map).empty());
  CHECK(pad.update(10).empty());
}

TEST_CASE("two commands that want one button change places") {
  PadMap map;
  CHECK(map.choose(Command::hint, 0) == Command::use);
  CHECK(map.button_of(Command::hint) == 0);
  CHECK(map.button_of(Command::use) == 3);
  PadMap again;
  CHECK(again.read(map.changes()).empty());
  CHECK(again.button_of(Command::use) == 3);
}

TEST_CASE("buttons that cannot be read keep their usual ones and are named") {
  PadMap map;
  CHECK(map.read({{"hint", "many"}, {"use", "99"}, {"jump", "3"}}) ==
        std::vector<std::string>{"hint", "jump", "use"});
  CHECK(map.button_of(Command::use) == 0);
  CHECK(map.read({{"hint", "0"}}) == std::vector<std::string>{"hint"});
  CHECK(map.button_of(Command::hint) == 3);
}
