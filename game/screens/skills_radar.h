// A radar of shares 0 … 100, one axis a skill; bars instead for fewer than three, or where the
// titles leave no room.
#pragma once

#include <string>
#include <vector>

#include "game/window/canvas.h"

namespace mot {

struct SkillAxis {
  std::string title;
  float percent = 0;  // 0 … 100
};

// What counts as weak, and is shown in coral with its number.
inline constexpr float kWeakSkill = 60;

// Are there three axes or more, and does a radar of a legible size fit into `box` with its titles?
bool radar_fits(Canvas& canvas, Rect box, const std::vector<SkillAxis>& axes);

// Draws the radar about the middle of `box`, as large as the titles leave room. Requires
// radar_fits(). `grown` 0 … 1 opens it.
void draw_radar(Canvas& canvas, Rect box, const std::vector<SkillAxis>& axes, float grown);

// The same as bars below one another; returns the height taken.
float draw_skill_bars(Canvas& canvas, Rect box, const std::vector<SkillAxis>& axes, float grown);

}  // namespace mot
