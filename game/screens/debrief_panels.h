// Parts of the debrief page below the first view: the account of lost points, the crowd, what the
// customer says afterwards, advice, two attempts side by side. Each draws the inside of a panel of
// that width from `at` on and returns its height.
#pragma once

#include <string>

#include "game/screens/figure_pictures.h"
#include "game/screens/play_debrief.h"
#include "game/screens/text_field.h"
#include "game/window/widgets.h"

namespace mot {

// What the parts are drawn with.
struct DebriefInk {
  Canvas& canvas;
  Ui& ui;
  FigurePictures& figures;
  const UiStrings& words;
  float text_size = 1;
};

// Requires an account.
float draw_account(const DebriefInk& ink, Vec at, float width, const PlayDebrief& told);

// What was tested of the skills, now and before; 0 where nothing was.
float draw_skills(const DebriefInk& ink, Vec at, float width, const PlayDebrief& told);

// Requires a crowd.
float draw_crowd(const DebriefInk& ink, Vec at, float width, const PlayDebrief& told);

// What stays in memory, and what the customer tells whom. 0 where there is nothing.
float draw_voice(const DebriefInk& ink, Vec at, float width, const CustomersVoice& voice);

// What to try instead (buttons "try-1" …), a tip, the next scenario (button "next").
float draw_advice(const DebriefInk& ink, Vec at, float width, const Advice& advice);

// The sentence to take away as control "takeaway"; `kept`: it is in the file.
float draw_takeaway(const DebriefInk& ink,
                    Vec at,
                    float width,
                    TextField& field,
                    const std::string& last,
                    bool kept);

// Chips "beside-1" … for the other attempts, and this one beside the one that is picked. Requires
// another attempt.
float draw_beside(const DebriefInk& ink,
                  Vec at,
                  float width,
                  PlayDebrief& told,
                  std::size_t picked);

}  // namespace mot
