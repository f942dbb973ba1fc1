#include "game/window/motion.h"

#include <catch2/catch.hpp>

using mot::eased;
using mot::Easing;
using mot::Tween;

TEST_CASE("every easing starts at 0 and ends at 1") {
  for (const Easing e : {Easing::linear, Easing::out, Easing::out_cubic, Easing::in_out,
                         Easing::in_out_cubic, Easing::out_back}) {
    CHECK(eased(e, 0) == Approx(0).margin(1e-5));
    CHECK(eased(e, 1) == Approx(1));
    CHECK(eased(e, 7) == Approx(1));
  }
}

TEST_CASE("out_back goes past its end by about 4 percent and by no other easing") {
  float most = 0;
  for (int i = 0; i <= 1000; ++i) {
    most = std::max(most, eased(Easing::out_back, static_cast<float>(i) / 1000));
  }
  CHECK(most == Approx(1.04F).margin(0.005));
}

TEST_CASE("a tween arrives after its time and not before") {
  Tween tween(2);
  tween.go(4, 0.5F, Easing::linear);
  tween.update(0.25F);
  CHECK(tween.value() == Approx(3));
  CHECK(tween.moving());
  tween.update(0.25F);
  CHECK(tween.value() == 4);
  CHECK_FALSE(tween.moving());
}

TEST_CASE("a tween sent elsewhere leaves from where it is") {
  Tween tween(0);
  tween.go(10, 1, Easing::linear);
  tween.update(0.5F);
  tween.go(0, 1, Easing::linear);
  CHECK(tween.value() == Approx(5));
}
