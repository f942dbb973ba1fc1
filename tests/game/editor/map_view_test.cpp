#include "game/editor/map_view.h"

#include <catch2/catch.hpp>

TEST_CASE("Zooming keeps what is under the pointer, within limits") {
  mot::MapView view;
  view.centre({500, 400}, 600, 300);
  CHECK(view.shown({500, 400}).x == Approx(300));
  CHECK(view.shown({500, 400}).y == Approx(150));
  const mot::LayoutPoint before = view.meant({100, 50});
  view.zoom_at({100, 50}, 0.5);
  CHECK(view.zoom == Approx(0.5));
  CHECK(view.meant({100, 50}).x == Approx(before.x));
  CHECK(view.meant({100, 50}).y == Approx(before.y));
  view.zoom_at({0, 0}, 1e-9);
  CHECK(view.zoom > 0.05);
  view.zoom_at({0, 0}, 1e9);
  CHECK(view.zoom < 2);
}

TEST_CASE("All of a map is in sight, and a small one is not blown up") {
  mot::MapView view;
  view.fit(4000, 1000, 600, 500);
  CHECK(view.shown({0, 0}).x >= 0);
  CHECK(view.shown({4000, 1000}).x <= 600);
  CHECK(view.shown({4000, 1000}).y <= 500);
  view.fit(100, 100, 600, 500);
  CHECK(view.zoom == Approx(1));
}
