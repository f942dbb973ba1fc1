// Small things the library, the briefing and the debrief show alike: a setting's icon and colours,
// difficulty, minutes, a result.
#pragma once

#include <string>
#include <string_view>

#include "engine/scenario/model.h"
#include "engine/text/ui_strings.h"
#include "game/window/canvas.h"

namespace mot {

struct SettingLook {
  const char* icon;
  Colour ink;
  Colour tint;
};
// Unknown settings look neutral.
SettingLook look_of_setting(std::string_view setting);
// Its name in the reader's language; a setting that the programme does not know keeps its own name.
std::string title_of_setting(std::string_view setting, const UiStrings& words);

// The icon of a journey's stage by its place, from 0.
const char* icon_of_stage(int stage);

// How long a scenario takes and how hard it is, 1 … 5; 0: not said.
struct ScenarioFacts {
  int minutes = 0;
  int difficulty = 0;
};
// Clock and minutes, five dots and the word for the difficulty, from `left` on the line at
// `middle`; what is not said is left out. The word goes below where `width` is too
// little. Returns the height of the line or the two.
float draw_facts(Canvas& canvas,
                 Vec left_middle,
                 float width,
                 const ScenarioFacts& facts,
                 const UiStrings& words);

// "8 would recommend"-chip in the category's colour and sign, its right top corner there.
Rect draw_result_chip(Canvas& canvas, Vec right_top, int recommend, const UiStrings& words);

// The setting as a chip with its icon.
Rect draw_setting_chip(Canvas& canvas,
                       Vec left_top,
                       std::string_view setting,
                       const UiStrings& words);

// With a great first letter, where it is a Latin one: words of the format begin a line or a label.
std::string capitalised(std::string text);

// The white bar at the top with its shadow.
void draw_bar_ground(Canvas& canvas);

}  // namespace mot
