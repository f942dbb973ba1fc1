// The library's great panel: the play to go on with, or the scenario to start with.
#pragma once

#include <string>

#include "engine/scenario/reading.h"
#include "game/screens/page.h"
#include "game/screens/scenario_picture.h"

namespace mot {

struct Hero {
  const Scenario* scenario = nullptr;
  std::string caption;   // "Continue where you stopped"
  std::string action;    // "Continue"
  std::string progress;  // "Stage 2 of 4"; empty: none
  std::string why;       // why this one, instead of what it is about; may be empty
  int stage = -1;
  int stages = 0;
};

// Draws it with its left top corner at `at`, the amber button as control "hero"; returns the
// height.
float draw_hero(Canvas& canvas,
                Ui& ui,
                Vec at,
                const Hero& hero,
                const Reading& reading,
                const UiStrings& words,
                ScenarioPictures& pictures);

// The panel without anything on it, while nobody knows yet what to show; returns the height.
float draw_hero_ground(Canvas& canvas, Vec at);

}  // namespace mot
