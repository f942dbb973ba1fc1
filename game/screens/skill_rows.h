// The rows of the progress page that show a skill: name, how well it is known, the way there.
#pragma once

#include <string>
#include <vector>

#include "engine/curriculum/mastery.h"
#include "engine/text/ui_strings.h"
#include "game/window/canvas.h"

namespace mot {

// One row: how it is called, its mastery now, and the chance that it is known after each attempt,
// the oldest first.
struct SkillRow {
  std::string name;
  SkillMastery now;
  std::vector<double> over_time;
};

// The five dimensions and the four behaviours.
std::vector<SkillRow> skill_rows(const Mastery& mastery,
                                 const std::vector<Mastery>& over_time,
                                 const UiStrings& words);

// Draws them below one another; returns the height.
float draw_skill_rows(Canvas& canvas,
                      Vec at,
                      float width,
                      const std::vector<SkillRow>& rows,
                      const UiStrings& words);

}  // namespace mot
