#include "game/window/random_input.h"

#include <catch2/catch.hpp>
#include <set>

using namespace mot;

TEST_CASE("the same seed gives the same input, another one another") {
  RandomInput one(7);
  RandomInput same(7);
  RandomInput other(8);
  int different = 0;
  for (int i = 0; i < 500; ++i) {
    const auto a = one.next({{10, 10}});
    const auto b = same.next({{10, 10}});
    const auto c = other.next({{10, 10}});
    REQUIRE(a.size() == b.size());
    for (std::size_t k = 0; k < a.size(); ++k) {
      CHECK(a[k].type == b[k].type);
      CHECK(a[k].key == b[k].key);
      CHECK(a[k].at == b[k].at);
    }
    different += a.size() != c.size() || a[0].type != c[0].type ? 1 : 0;
  }
  CHECK(different > 100);
}

TEST_CASE("keys, clicks, wheel, pad, text and sizes all come, full screen and the end never") {
  RandomInput input(1);
  std::set<Event::Type> types;
  for (int i = 0; i < 5000; ++i) {
    for (const Event& event : input.next({})) {
      types.insert(event.type);
      CHECK(event.key != Key::f11);
    }
  }
  for (const auto type : {Event::Type::key_down, Event::Type::mouse_down, Event::Type::wheel,
                          Event::Type::pad_axis, Event::Type::pad_button_down, Event::Type::text,
                          Event::Type::resize, Event::Type::focus_lost}) {
    CHECK(types.count(type) == 1);
  }
  CHECK(types.count(Event::Type::quit) == 0);
}
