#include "engine/analysis/policy.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/base/draw.h"
#include "engine/customer/dimensions.h"

namespace mot {
namespace {

std::string_view name_of(Policy policy) { return kPolicyNames[static_cast<std::size_t>(policy)]; }

/// One of the responses on offer, each as likely; from the seed and the turn alone.
ResponseIndex any_of(const std::vector<ResponseIndex>& offers, const Session& session) {
  const std::uint64_t bits =
      draw(session.seed(), Stream::policy, static_cast<std::uint64_t>(session.state().turn));
  return offers[below(bits, static_cast<std::uint32_t>(offers.size()))];
}

/// Times a response was chosen in this session.
std::ptrdiff_t times_chosen(const Session& session, ResponseIndex response) {
  return std::count_if(session.turns().begin(), session.turns().end(),
                       [response](const Turn& turn) { return turn.response == response; });
}

/// How many of the MOT behaviours a response shows.
int behaviours_of(const Scenario& scenario, ResponseIndex response) {
  const BitSet8 shown = scenario.responses[static_cast<std::size_t>(response)].behaviours;
  int count = 0;
  for (std::size_t b = 0; b < kBehaviours; ++b) count += has(shown, static_cast<Behaviour>(b));
  return count;
}

/// The least committing one. What was chosen before comes last, or a hub would be gone round for
/// ever.
ResponseIndex least_committing(const std::vector<ResponseIndex>& offers, const Session& session) {
  const Scenario& scenario = session.scenario();
  const auto weight = [&](ResponseIndex r) {
    return std::pair(times_chosen(session, r),
                     is_tagged_passive(scenario, r) ? -1 : behaviours_of(scenario, r));
  };
  return *std::min_element(offers.begin(), offers.end(),
                           [&](ResponseIndex a, ResponseIndex b) { return weight(a) < weight(b); });
}

ResponseIndex pick(Policy policy, const Session& session, Solution* solution) {
  if (policy == Policy::random) return any_of(session.offers(), session);
  if (policy == Policy::passive) return least_committing(session.offers(), session);
  const Aim aim = policy == Policy::best ? Aim::best : Aim::worst;
  return solution == nullptr ? kNone : solution->optimal(session.state(), aim);
}

std::string_view place_of(const Session& session) {
  return session.scenario().moments[static_cast<std::size_t>(session.state().place)].id;
}

/// Why the solution names no response.
std::string why_no_response(Policy policy, const Session& session, const Solution* solution) {
  if (solution == nullptr || !solution->exact()) {
    return fmt::format("the scenario is too large to be solved exactly, so there is no {} play",
                       name_of(policy));
  }
  return fmt::format("policy {}: from '{}' no ending is sure to be reached within {} choices",
                     name_of(policy), place_of(session), kMaxTurns);
}

}  // namespace

bool is_tagged_passive(const Scenario& scenario, ResponseIndex response) {
  const auto tags = scenario.tags_of(scenario.responses[static_cast<std::size_t>(response)]);
  return std::find(tags.begin(), tags.end(), kPassiveTag) != tags.end();
}

std::optional<Policy> policy_named(std::string_view name) {
  const auto index = index_of(kPolicyNames, name);
  if (!index) return std::nullopt;
  return static_cast<Policy>(*index);
}

Result<Session> play_by(Policy policy,
                        const Program& program,
                        std::uint32_t seed,
                        Solution* solution) {
  Session session(program, seed);
  while (session.status() == SessionStatus::waiting) {
    const ResponseIndex response = pick(policy, session, solution);
    if (response == kNone) return refuse(why_no_response(policy, session, solution));
    if (const Result<bool> made = session.choose(response); !made) {
      return refuse(made.error().message);
    }
  }
  switch (session.status()) {
    case SessionStatus::stuck:
      return refuse(fmt::format("policy {}: at '{}' no response is on offer after {} choices",
                                name_of(policy), place_of(session), session.turns().size()));
    case SessionStatus::exhausted:
      return refuse(fmt::format("policy {} found no ending in {} choices; it stands at '{}'",
                                name_of(policy), kMaxTurns, place_of(session)));
    case SessionStatus::waiting:
    case SessionStatus::ended: break;
  }
  return session;
}

}  // namespace mot
