#include "engine/analysis/solved_score.h"

#include <optional>

namespace mot {

Scorecard solved_score(const Session& session, const SolveOptions& options) {
  Solution solution(session.program(), options);
  const std::optional<SolvedSession> solved = solve_session(solution, session);
  return score(session, solved ? &*solved : nullptr);
}

}  // namespace mot
