#include "engine/records/replay_all.h"

#include <cmath>

#include "engine/analysis/solved_play.h"
#include "engine/encounter/session.h"
#include "engine/outcome/scorecard.h"

namespace mot {
namespace {

ReplayFigures figures_of(const AttemptScore& score) {
  return {score.ending, score.satisfaction, score.score};
}

ReplayFigures figures_of(Solution& solution, const Session& session) {
  const std::optional<SolvedPlay> solved = solved_play(solution, session);
  const Scorecard card = score(session, solved ? &solved->session : nullptr);
  return {card.ending, card.satisfaction, card.score};
}

/// Scores are shown with one decimal; what is not known on one side is no difference.
bool same_figures(const ReplayFigures& before, const ReplayFigures& after) {
  constexpr double kShown = 0.05;
  const bool same_score =
      !before.score || !after.score || std::abs(*before.score - *after.score) < kShown;
  return before.ending == after.ending && before.satisfaction == after.satisfaction && same_score;
}

}  // namespace

std::string_view name_of(ReplayChange change) {
  switch (change) {
    case ReplayChange::same: return "same";
    case ReplayChange::score: return "score";
    case ReplayChange::diverged: return "diverged";
    case ReplayChange::uncompared: return "uncompared";
    case ReplayChange::unusable: break;
  }
  return "unusable";
}

ReplayedAttempt replay_attempt(const Program& program, Solution& solution, const Attempt& attempt) {
  ReplayedAttempt result;
  result.id = attempt.id;
  result.learner = attempt.play.learner;
  result.started = attempt.play.started;
  if (attempt.score) result.before = figures_of(*attempt.score);
  const Result<Replay> again = replay(program, attempt.play);
  if (!again) {
    result.change = ReplayChange::unusable;
    result.reason = again.error().message;
    result.why = again.error();
    return result;
  }
  if (again->diverged_at) {
    result.change = ReplayChange::diverged;
    result.diverged_at = *again->diverged_at + 1;
    result.reason = again->reason;
    result.why = again->why;
    return result;
  }
  result.after = figures_of(solution, again->session);
  if (result.before) {
    if (!same_figures(*result.before, *result.after)) result.change = ReplayChange::score;
  } else if (attempt.play.content != program.content()) {
    result.change = ReplayChange::uncompared;
  }
  return result;
}

}  // namespace mot
