// `mot simulate SCENARIO`: one playthrough is fixed first, by choices or by a policy, then a crowd
// judges it.
#include "game/cli/simulate_command.h"

#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "engine/analysis/policy.h"
#include "engine/analysis/solve.h"
#include "game/cli/choice_list.h"
#include "game/cli/console.h"
#include "game/cli/progress_line.h"
#include "game/cli/scenario_argument.h"
#include "game/cli/simulate_output.h"

namespace mot {
namespace {

tl::expected<Session, int> play_choices(const Program& program, const SimulateOptions& options) {
  Session session(program, options.seed);
  if (const Result<bool> made = choose_all(session, *options.choices); !made) {
    return tl::unexpected(complain(made.error().message, kWrongUsage));
  }
  const Scenario& scenario = program.scenario();
  const std::string_view place =
      scenario.moments[static_cast<std::size_t>(session.state().place)].id;
  switch (session.status()) {
    case SessionStatus::ended: return session;
    case SessionStatus::waiting: {
      std::vector<std::string_view> offers;
      for (const ResponseIndex r : session.offers()) {
        offers.push_back(scenario.responses[static_cast<std::size_t>(r)].id);
      }
      return tl::unexpected(complain(
          fmt::format("the choices end before the encounter does: it waits at '{}' and offers {}",
                      place, fmt::join(offers, ", ")),
          kWrongUsage));
    }
    case SessionStatus::stuck:
      return tl::unexpected(complain(
          fmt::format("at '{}' no response is on offer, so the encounter cannot end", place),
          kNotGood));
    case SessionStatus::exhausted: break;
  }
  return tl::unexpected(
      complain(fmt::format("the encounter did not end within {} choices", kMaxTurns), kNotGood));
}

tl::expected<Session, int> play_policy(const Program& program, const SimulateOptions& options) {
  const std::optional<Policy> policy = policy_named(options.policy);
  if (!policy) {
    return tl::unexpected(complain(fmt::format("'{}' is not a policy; there are {}", options.policy,
                                               fmt::join(kPolicyNames, ", ")),
                                   kWrongUsage));
  }
  std::optional<Solution> solution;
  if (needs_solution(*policy)) {
    ProgressLine line;
    SolveOptions solving;
    solving.limits.cancel = &interrupted();
    solving.limits.progress = [&line](std::size_t states) {
      if (line.is_due()) line.show(fmt::format("solving: {} states", states));
    };
    solution.emplace(program, solving);
    if (solution->cancelled()) return tl::unexpected(end_interrupted());
  }
  const Result<Session> played =
      play_by(*policy, program, options.seed, solution ? &*solution : nullptr);
  if (played) return *played;
  return tl::unexpected(complain(played.error().message, kNotGood));
}

/// Says what is wrong with the numbers, or nothing.
std::string why_refused(const SimulateOptions& options) {
  if (options.customers < 1 || options.customers > kMostCustomers) {
    return fmt::format("customers is a whole number from 1 to {}, not {}", kMostCustomers,
                       options.customers);
  }
  if (options.threads > kMostThreads) {
    return fmt::format("threads is a whole number from 1 to {}, not {}", kMostThreads,
                       options.threads);
  }
  return {};
}

/// The crowd, or the exit code of a signal that came while it judged.
tl::expected<Crowd, int> judge_or_stop(const JudgedPlay& play, const SimulateOptions& options) {
  ProgressLine line;
  CrowdOptions crowd;
  crowd.customers = options.customers;
  crowd.seed = options.seed;
  crowd.threads = options.threads;
  crowd.cancel = &interrupted();
  crowd.progress = [&](std::int64_t customers) {
    if (!line.is_due()) return;
    line.show(fmt::format("{} of {} customers, {} %", customers, options.customers,
                          100 * customers / options.customers));
  };
  std::optional<Crowd> judged = judge(play, crowd);
  if (!judged) return tl::unexpected(end_interrupted());
  return *std::move(judged);
}

}  // namespace

int simulate_command(const SimulateOptions& options) {
  if (const std::string why = why_refused(options); !why.empty()) return complain(why, kWrongUsage);
  const auto opened = open_scenario(options.scenario, library_folder(options.library), {});
  if (!opened) return opened.error();
  const SignalsEndReading signals;
  const auto played = options.choices ? play_choices(*opened->program, options)
                                      : play_policy(*opened->program, options);
  if (!played) return played.error();
  const JudgedPlay play = judged_play(*played);
  if (play.moments.empty()) {
    return complain("on this path nothing is scored, so there is nothing to judge", kNotGood);
  }
  const auto crowd = judge_or_stop(play, options);
  if (!crowd) return crowd.error();
  const Simulation simulation{*played, play, *crowd};
  return finish(options.json ? simulation_json(simulation).dump() + '\n'
                             : simulation_text(simulation));
}

}  // namespace mot
