// The controls of the editor that a part of the first steps is about.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/authoring/first_steps.h"
#include "game/editor/editor_context.h"

namespace mot {

// Test ids, the nearest to the goal first: the first that is on the screen is meant. `panel`: the
// tab that is shown. Empty where nothing is to be done.
std::vector<std::string> first_steps_targets(const FirstSteps& steps,
                                             EditorContext& context,
                                             std::string_view panel);

}  // namespace mot
