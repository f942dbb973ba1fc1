// The guess before the debrief: which control and which key mean which number.
#include "game/stage/prediction_card.h"

#include <catch2/catch.hpp>

TEST_CASE("Every number has a control of its own, and nothing else is a number") {
  for (int number = 0; number <= mot::kMostPredicted; ++number) {
    CHECK(mot::prediction_of(mot::prediction_control(number)) == number);
  }
  CHECK_FALSE(mot::prediction_of("skip-prediction"));
  CHECK_FALSE(mot::prediction_of("predict-11"));
  CHECK_FALSE(mot::prediction_of("predict-"));
  CHECK_FALSE(mot::prediction_of(""));
}

TEST_CASE("A digit goes to its number, and nought after one to ten") {
  using mot::Key;
  CHECK(mot::prediction_typed("skip-prediction", Key::digit7) == 7);
  CHECK(mot::prediction_typed("skip-prediction", Key::digit0) == 0);
  CHECK(mot::prediction_typed("predict-1", Key::digit0) == 10);
  CHECK(mot::prediction_typed("predict-10", Key::digit0) == 0);
  CHECK(mot::prediction_typed("predict-1", Key::digit1) == 1);
  CHECK_FALSE(mot::prediction_typed("predict-1", Key::enter));
}
