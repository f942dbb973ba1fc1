#include "engine/analysis/scenario_figures.h"

#include <algorithm>

#include "engine/analysis/ending_ranges.h"
#include "engine/analysis/likeliest_fate.h"
#include "engine/analysis/looks.h"
#include "engine/customer/satisfaction.h"
#include "engine/encounter/step.h"

namespace mot {
namespace {

Category category_at(int hundredths) { return category_of(recommend(hundredths)); }

// Marks the category a play ended in.
void mark_category(const Session& session, ScenarioFigures& figures) {
  const auto category = score(session).category;
  if (category) figures.categories[static_cast<std::size_t>(*category)] = true;
}

// The ends of the range are reached, and what lies outside is not; between them only plays tell.
void settle_categories(const StateGraph& graph, CancelFlag cancel, ScenarioFigures& figures) {
  const auto ranges = ending_ranges(graph, cancel);
  if (!ranges) return;
  EndingRange all;
  for (const EndingRange& range : *ranges) {
    if (range.empty()) continue;
    all.low = std::min(all.low, range.low);
    all.high = std::max(all.high, range.high);
  }
  if (all.empty()) return;
  const Category highest = category_at(all.high);
  const Category lowest = category_at(all.low);
  for (std::size_t c = 0; c < kCategories; ++c) {
    const auto category = static_cast<Category>(c);
    if (category < highest || category > lowest) figures.categories[c] = false;
    if (category == highest || category == lowest) figures.categories[c] = true;
  }
}

// Best play up to some choice and worst play after it: from choice to choice the end moves from
// the one end of the range to the other, so that what lies between is met.
void play_between(const Program& program, Solution& solution, ScenarioFigures& figures) {
  for (std::int32_t until = 0; until <= kMaxTurns; ++until) {
    Session session(program, 1);
    while (session.status() == SessionStatus::waiting) {
      const Aim aim = session.state().turn < until ? Aim::best : Aim::worst;
      const ResponseIndex response = solution.optimal(session.state(), aim);
      if (response == kNone || !session.choose(response)) return;
    }
    mark_category(session, figures);
    if (session.state().turn <= until) return;
  }
}

bool offers_passive(const Scenario& scenario, const Turn& turn) {
  return std::any_of(turn.offers.begin(), turn.offers.end(),
                     [&](ResponseIndex r) { return is_tagged_passive(scenario, r); });
}

// Plays all players of a kind; false where it was cancelled.
bool play(Policy policy,
          const Program& program,
          Solution& solution,
          const SolveOptions& options,
          PlayerFigures& players,
          ScenarioFigures& figures) {
  double sum = 0;
  double untagged = 0;
  for (std::uint32_t seed = 1; seed <= kFigurePlayers; ++seed) {
    if (is_cancelled(options.limits.cancel)) return false;
    ++players.plays;
    const auto session = play_by(policy, program, seed, &solution);
    if (!session) continue;
    const auto solved = solve_session(solution, *session);
    const Scorecard card = score(*session, solved ? &*solved : nullptr);
    if (card.category) figures.categories[static_cast<std::size_t>(*card.category)] = true;
    if (!card.score) continue;
    ++players.finished;
    sum += *card.score;
    for (const Turn& turn : session->turns()) {
      if (turn.offers.size() > 1 && !offers_passive(program.scenario(), turn)) ++untagged;
    }
  }
  if (players.finished == 0) return true;
  players.score = sum / players.finished;
  players.untagged = untagged / players.finished;
  return true;
}

void look_for_giveaways(const Scenario& scenario,
                        const std::vector<Look>& looks,
                        ScenarioFigures& figures) {
  const auto scored = [&](const Look& look) {
    return scenario.moments[static_cast<std::size_t>(look.state.place)].scored &&
           look.responses.size() > 1;
  };
  const std::size_t all = moments_where(looks, scored).size();
  const auto longest = [&](const Look& look) {
    return scored(look) && best_is_longest(scenario, look);
  };
  const auto first = [&](const Look& look) { return scored(look) && best_is_first(look); };
  figures.longest = DecisionShare{moments_where(looks, longest).size(), all};
  figures.first = DecisionShare{moments_where(looks, first).size(), all};
}

void look_for_behaviours(const Scenario& scenario,
                         const std::vector<Look>& looks,
                         ScenarioFigures& figures) {
  BitSet8 shown = 0;
  for (const Look& look : looks)
    shown |= scenario.responses[static_cast<std::size_t>(look.responses[look.best])].behaviours;
  figures.behaviours = shown;
}

// Takes over what costs more than what was found before.
void add_regret(std::optional<LargestRegret>& largest,
                ResponseIndex response,
                double points,
                const ScenarioFigures& figures) {
  if (largest && points <= largest->points) return;
  const double range = *figures.best - *figures.worst;
  largest = LargestRegret{response, points, range > 0 ? 100 * points / range : 0, {}};
}

void look_for_regret(const StateGraph& graph,
                     const std::vector<Look>& looks,
                     ScenarioFigures& figures) {
  StateId seen = kNoState;
  for (const Look& look : looks) {
    const double before = figures.regret ? figures.regret->points : -1;
    add_regret(figures.regret, look.responses[look.worst],
               (look.values[look.best] - look.values[look.worst]) / 100, figures);
    if (figures.regret->points > before) seen = look.id;
  }
  if (seen != kNoState) figures.regret->after = graph.witness(seen);
}

void look_along_best_path(Solution& solution, ScenarioFigures& figures) {
  const Program& program = solution.program();
  const LikeliestFate fate{program};
  State state = program.blank_state();
  begin(program, state, fate);
  std::vector<std::string> after;
  for (const OptimalChoice& choice : solution.optimal_path(Aim::best)) {
    auto& largest = figures.regret_on_best_path;
    for (const ResponseIndex r : offers_in(program, state)) {
      const auto value = solution.value_after(state, r, Aim::best);
      const double before = largest ? largest->points : -1;
      if (!value) continue;
      add_regret(largest, r, (choice.value - *value) / 100, figures);
      if (largest->points > before) largest->after = after;
    }
    after.push_back(program.scenario().name_of_response(choice.response));
    step(program, state, choice.response, fate);
  }
  const auto& own = figures.regret_on_best_path;
  if (own && (!figures.regret || own->points > figures.regret->points)) figures.regret = own;
}

}  // namespace

std::optional<ScenarioFigures> figures_of(const Program& program, const SolveOptions& options) {
  ScenarioFigures figures;
  Solution solution(program, options);
  if (is_cancelled(options.limits.cancel)) return std::nullopt;
  figures.exact = solution.exact();
  figures.states = solution.states();
  figures.paths = solution.paths();
  const auto best = solution.start_value(Aim::best);
  const auto worst = solution.start_value(Aim::worst);
  if (best && worst) {
    figures.best = *best / 100;
    figures.worst = *worst / 100;
    const auto looks = look_at_decisions(*solution.graph(), solution, {.free = true});
    look_for_giveaways(program.scenario(), looks, figures);
    look_for_behaviours(program.scenario(), looks, figures);
    look_for_regret(*solution.graph(), looks, figures);
    look_along_best_path(solution, figures);
    play_between(program, solution, figures);
  }
  settle_categories(*solution.graph(), options.limits.cancel, figures);
  if (!play(Policy::random, program, solution, options, figures.random, figures) ||
      !play(Policy::passive, program, solution, options, figures.passive, figures))
    return std::nullopt;
  return figures;
}

}  // namespace mot
