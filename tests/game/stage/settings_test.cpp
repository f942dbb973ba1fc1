// What is kept of the player's settings, what a reset leaves, and the time limits of an exam.
#include "game/stage/settings.h"

#include <catch2/catch.hpp>

#include "engine/base/file.h"
#include "tests/support/temporary_folder.h"

using namespace mot;

TEST_CASE("the window and immediate feedback are kept, and sizes nobody can use are not read") {
  const test::TemporaryFolder folder;
  const std::string file = folder / "settings.json";
  Settings settings;
  CHECK_FALSE(settings.feedback);
  settings.full_screen = true;
  settings.feedback = true;
  settings.window_width = 1600;
  settings.window_height = 900;
  REQUIRE(write_settings(file, settings));
  const Settings read = read_settings(file);
  CHECK(read.full_screen);
  CHECK(read.feedback);
  CHECK(read.window_width == 1600);
  CHECK(read.window_height == 900);
  for (const char* odd : {R"({"window_width": 1600})", R"({"window_width": 5, "window_height": 5})",
                          R"({"window_width": "wide", "window_height": 900})"}) {
    REQUIRE(write_file_atomically(file, odd));
    CHECK(read_settings(file).window_width == 0);
    CHECK(read_settings(file).window_height == 0);
  }
}

TEST_CASE("a reset makes everything what it was at first, and keeps who plays") {
  Settings settings;
  settings.language = "zh-CN";
  settings.text_size = 2;
  settings.high_contrast = true;
  settings.keys = {{"hint", "G"}};
  settings.timer_factor = 0;
  settings.sound = false;
  settings.full_screen = true;
  settings.window_width = 1600;
  settings.window_height = 900;
  settings.welcomed = true;
  settings.learner = "Li Na";
  settings.group = "early";
  settings.course = "desk";
  settings.first_steps_offered = true;
  const Settings fresh = reset(settings);
  CHECK(fresh.learner == "Li Na");
  CHECK(fresh.group == "early");
  CHECK(fresh.course == "desk");
  CHECK(fresh.welcomed);
  CHECK(fresh.first_steps_offered);
  CHECK(fresh.language.empty());
  CHECK(fresh.text_size == 1);
  CHECK_FALSE(fresh.high_contrast);
  CHECK(fresh.keys.empty());
  CHECK(fresh.timer_factor == 1);
  CHECK(fresh.sound);
  CHECK_FALSE(fresh.full_screen);
  CHECK(fresh.window_width == 0);
}

TEST_CASE("an exam has time limits also where they are switched off: twice as long") {
  CHECK(time_factor(0, PlayMode::practice) == 0);
  CHECK(time_factor(0, PlayMode::exam) == 2);
  for (const float wished : {0.5F, 1.F, 2.F, 4.F}) {
    CHECK(time_factor(wished, PlayMode::practice) == wished);
    CHECK(time_factor(wished, PlayMode::exam) == wished);
  }
}
