// A debrief as files that the trainee keeps.
#pragma once

#include <string>
#include <string_view>

#include "engine/debrief/debrief.h"
#include "engine/text/ui_strings.h"

namespace mot {

// Writes NAME.html and NAME.pdf into the folder "debriefs" of the user's data, in the language the
// debrief is said in. Returns a sentence to show: where they are, or why they could not be written.
std::string save_debrief(const Debrief& debrief, std::string_view name, const UiStrings& words);

}  // namespace mot
