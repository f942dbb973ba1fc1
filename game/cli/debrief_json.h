// A debrief as JSON, with the keys of docs/command_line.md, "mot debrief --json": those of `mot
// run --json`, and what a debrief adds to them.
#pragma once

#include "engine/base/json.h"
#include "engine/debrief/debrief.h"

namespace mot {

/// The object of `mot debrief --json`. `card` and `session` are those the debrief was made of.
Json debrief_json(const Debrief& debrief, const Session& session, const Scorecard& card);

}  // namespace mot
