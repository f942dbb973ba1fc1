// The outcome of a playthrough as text for people, in their language: what `mot run` prints without
// --json.
#pragma once

#include <string>

#include "engine/encounter/session.h"
#include "engine/outcome/scorecard.h"
#include "engine/scenario/reading.h"
#include "engine/text/ui_strings.h"

namespace mot {

/// A line for each choice, then the figures, all said to be simulated.
std::string outcome_text(const Session& session,
                         const Scorecard& scorecard,
                         const UiStrings& words,
                         const Reading& reading);

}  // namespace mot
