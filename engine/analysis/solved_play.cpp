#include "engine/analysis/solved_play.h"

#include <utility>

#include "engine/analysis/policy.h"

namespace mot {
namespace {

std::optional<SolvedChoice> solved_choice(Solution& solution, const Turn& turn) {
  const auto before = solution.value(turn.before, Aim::best);
  const auto expected = solution.value_after(turn.before, turn.response, Aim::best);
  const auto after = solution.value(turn.after, Aim::best);
  if (!before || !expected || !after) return std::nullopt;
  SolvedChoice choice{*before, *expected, *after, {}};
  for (const ResponseIndex response : turn.offers) {
    const auto value = solution.value_after(turn.before, response, Aim::best);
    if (value) choice.options.push_back({response, *value});
  }
  return choice;
}

}  // namespace

std::optional<SolvedPlay> solved_play(Solution& solution, const Session& session) {
  std::optional<SolvedSession> solved = solve_session(solution, session);
  if (!solved) return std::nullopt;
  SolvedPlay play;
  play.session = std::move(*solved);
  play.start = *solution.start_value(Aim::best);
  play.worst = *solution.start_value(Aim::worst);
  for (const Turn& turn : session.turns()) {
    std::optional<SolvedChoice> choice = solved_choice(solution, turn);
    if (!choice) return std::nullopt;
    play.choices.push_back(std::move(*choice));
  }
  Result<Session> best = play_by(Policy::best, session.program(), session.seed(), &solution);
  if (best) play.best = std::move(*best);
  return play;
}

PlayAnalysis analyse_play(const Session& session, const SolveOptions& options) {
  Solution solution(session.program(), options);
  return {solved_play(solution, session),
          {solution.bounds(Aim::best), solution.bounds(Aim::worst)}};
}

}  // namespace mot
