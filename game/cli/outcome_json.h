// The outcome of a playthrough as JSON, with the keys of docs/command_line.md, "mot run --json".
#pragma once

#include "engine/base/json.h"
#include "engine/encounter/session.h"
#include "engine/outcome/scorecard.h"

namespace mot {

/// The object of `mot run --json`. Keys that need the exact analysis are null where the scorecard
/// was made without it.
Json outcome_json(const Session& session, const Scorecard& scorecard);

}  // namespace mot
