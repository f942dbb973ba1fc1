#include "game/window/reach_check.h"

#include <catch2/catch.hpp>

using namespace mot;

namespace {

// Walks as a screen would that goes through `order`; controls in `blind` show no focus.
std::vector<std::string> walked(const std::vector<std::string>& controls,
                                const std::vector<std::string>& order,
                                const std::set<std::string>& blind = {}) {
  ReachCheck check("page", Preferences{});
  check.begin(!controls.empty());
  for (std::size_t i = 0; !check.done() && i < 100; ++i) {
    const std::string& now = order[i % order.size()];
    check.arrived(now, blind.count(now) == 0, controls);
  }
  REQUIRE(check.done());
  return check.problems();
}

}  // namespace

TEST_CASE("a walk that comes by every control finds nothing") {
  CHECK(walked({"a", "b", "c"}, {"b", "c", "a"}).empty());
}

TEST_CASE("a control that is passed over is named, once for each way") {
  CHECK(walked({"a", "b", "c"}, {"a", "b"}) ==
        std::vector<std::string>{"#c is never reached by key", "#c is never reached by pad"});
}

TEST_CASE("what a page shows only while the focus is elsewhere is not missed") {
  ReachCheck check("page", Preferences{});
  check.begin(true);
  for (int i = 0; !check.done() && i < 100; ++i) {
    // While "a" has the focus there is a "detail" that goes with it.
    const bool on_a = i % 2 == 0;
    check.arrived(
        on_a ? "a" : "b", true,
        on_a ? std::vector<std::string>{"a", "b", "detail"} : std::vector<std::string>{"a", "b"});
  }
  CHECK(check.done());
  CHECK(check.problems().empty());
}

TEST_CASE("a focus that nobody sees is named") {
  const auto problems = walked({"a", "b"}, {"a", "b"}, {"b"});
  REQUIRE(problems.size() == 2);
  CHECK(problems[0] == "nobody sees that #b has the focus");
}

TEST_CASE("a screen without controls is a fault") {
  ReachCheck check("page", Preferences{});
  check.begin(false);
  CHECK(check.done());
  CHECK(check.problems() == std::vector<std::string>{"there is no control to reach"});
}

TEST_CASE("the walk goes by the player's own key, then by the button") {
  Preferences wishes;
  wishes.keys.choose(Command::next, {Key::n});
  ReachCheck check("page", wishes);
  check.begin(true);
  CHECK(check.next_event().key == Key::n);
  check.arrived("a", true, {"a"});
  check.arrived("a", true, {"a"});
  CHECK(check.next_event().type == Event::Type::pad_button_down);
}

TEST_CASE("pictures are compared inside the box only") {
  Pixels a{4, 2, std::vector<std::uint8_t>(32, 9)};
  Pixels b = a;
  b.rgba[0] = 8;      // at 0, 0
  b.rgba[4 * 7] = 8;  // at 3, 1
  CHECK(different_pixels(a, b, {0, 0, 4, 2}) == 2);
  CHECK(different_pixels(a, b, {2, 0, 9, 9}) == 1);
  CHECK(different_pixels(a, {}, {0, 0, 4, 2}) == 0);
}
