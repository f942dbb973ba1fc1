// One person of the learner menu: a row with the name and how often and when they played last.
#pragma once

#include <cstddef>
#include <string>

#include "engine/records/store.h"
#include "engine/text/ui_strings.h"
#include "game/window/canvas.h"
#include "game/window/widgets.h"

namespace mot {

inline constexpr std::size_t kDay = 10;  // characters of "2026-11-21"

struct LearnerRow {
  const std::string& id;  // the control; empty: there is nothing to choose
  const Learner& person;  // without a name: whoever gives none
  bool plays = false;     // it is this one who plays
};

// Draws a row; returns its height and the gap below.
float draw_learner_row(Canvas& canvas,
                       Ui& ui,
                       Vec at,
                       float width,
                       const LearnerRow& row,
                       const UiStrings& words);

}  // namespace mot
