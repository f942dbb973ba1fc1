// The question before the debrief: what will the customer answer to "would you recommend us?"
#pragma once

#include <optional>
#include <string>

#include "engine/text/ui_strings.h"
#include "game/window/event.h"
#include "game/window/widgets.h"

namespace mot {

inline constexpr int kMostPredicted = 10;

// Draws it over the stage; controls "predict-0" … "predict-10" and "skip-prediction". `strength`:
// how far it has faded in, 0 … 1.
void draw_prediction_card(Canvas& canvas,
                          Ui& ui,
                          const UiStrings& words,
                          const std::string& customer,
                          float strength);

// The control of a number, and the number of a control that was used.
std::string prediction_control(int number);
std::optional<int> prediction_of(const std::string& control);

// The number that a digit key means while `focused` has the focus: 1 and then 0 is ten. Nothing for
// other keys.
std::optional<int> prediction_typed(const std::string& focused, Key key);

}  // namespace mot
