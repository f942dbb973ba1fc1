// A scenario on paper: a script in Markdown for two people and a trainer who play it without a
// machine.
#pragma once

#include <string>

#include "engine/scenario/model.h"
#include "engine/scenario/reading.h"
#include "engine/text/ui_strings.h"

namespace mot {

/// The brief for the trainee, the customer's part, a numbered card for each moment with its
/// responses as letters, and the trainer's notes: what is expected, what each response delivers,
/// which meets it best, and why. `words` and `reading` speak the same language.
std::string role_play_script(const Scenario& scenario,
                             const Reading& reading,
                             const UiStrings& words);

}  // namespace mot
