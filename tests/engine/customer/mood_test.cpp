#include "engine/customer/mood.h"

#include <catch2/catch.hpp>

using mot::face_of_mood;
using mot::Feeling;
using mot::mood_after;

TEST_CASE("a good moment lifts a neutral mood by a tenth of its gap") {
  CHECK(mood_after(0, 100) == 10);
  CHECK(mood_after(0, -100) == -10);
  CHECK(mood_after(0, 0) == 0);
}

TEST_CASE("mood keeps seven tenths of itself") {
  CHECK(mood_after(50, 0) == 35);
  CHECK(mood_after(-50, 0) == -35);
  CHECK(mood_after(50, 100) == 45);
}

TEST_CASE("mood is rounded once, half away from zero") {
  CHECK(mood_after(5, 0) == 4);    // 3.5
  CHECK(mood_after(-5, 0) == -4);  // −3.5
  CHECK(mood_after(0, 5) == 1);    // 0.5: thirds are not rounded first
  CHECK(mood_after(0, -5) == -1);
  CHECK(mood_after(0, 4) == 0);  // 0.4
  CHECK(mood_after(1, 8) == 2);  // 0.7 + 0.8 = 1.5
  CHECK(mood_after(1, 7) == 1);  // 1.4
}

TEST_CASE("an impulse is at most 100 and mood stays within its bounds") {
  CHECK(mood_after(0, 300) == 30);
  CHECK(mood_after(0, 900) == 30);
  CHECK(mood_after(0, -900) == -30);
  CHECK(mood_after(100, 900) == 100);
  CHECK(mood_after(-100, -900) == -100);
  int mood = 0;
  for (int i = 0; i < 100; ++i) mood = mood_after(mood, 900);
  CHECK(mood <= 100);
  CHECK(mood >= 98);
}

TEST_CASE("the face follows the mood where a line names none") {
  CHECK(face_of_mood(100) == Feeling::delighted);
  CHECK(face_of_mood(30) == Feeling::delighted);
  CHECK(face_of_mood(29) == Feeling::pleased);
  CHECK(face_of_mood(10) == Feeling::pleased);
  CHECK(face_of_mood(9) == Feeling::neutral);
  CHECK(face_of_mood(-9) == Feeling::neutral);
  CHECK(face_of_mood(-10) == Feeling::annoyed);
  CHECK(face_of_mood(-39) == Feeling::annoyed);
  CHECK(face_of_mood(-40) == Feeling::angry);
  CHECK(face_of_mood(-100) == Feeling::angry);
}
