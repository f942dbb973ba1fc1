// One small encounter and its debrief, for the tests of a debrief's parts.
#pragma once

#include <vector>

#include "engine/debrief/debrief.h"
#include "tests/support/encounter.h"

namespace mot::test {

/// A customer whose ceiling leaks: decisions `call` (ask, form) and `when` (soon, ten, and cot once
/// the need `baby` is known), then the ending `end`.
const Encounter& leak();

/// The programme's words in English.
const UiStrings& english();

/// A debrief and the scorecard that it is told from.
struct Debriefed {
  Debrief debrief;
  Scorecard card;
};

/// Analyses a session and tells its debrief; `playthrough`: in place of the session's own.
Debriefed debriefed(const Session& session,
                    const NextChoices& next = {},
                    const std::vector<Scorecard>& earlier = {},
                    const Playthrough* playthrough = nullptr);

}  // namespace mot::test
