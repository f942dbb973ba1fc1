// The scorecard of a session with what the exact analysis adds: best, worst, regret, luck, grades,
// score, skills of behaviour.
#pragma once

#include "engine/analysis/solve.h"
#include "engine/outcome/scorecard.h"

namespace mot {

/// Solves the session's scenario and scores the session with it; where the solution is not exact
/// within the options, what needs it stays empty.
Scorecard solved_score(const Session& session, const SolveOptions& options = {});

}  // namespace mot
