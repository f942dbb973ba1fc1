// Playing a whole encounter by a rule instead of a person: as well as can be, as badly, at random,
// or always the least committing answer. For `mot simulate` and the figures of a scenario.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/analysis/solve.h"
#include "engine/base/result.h"
#include "engine/encounter/session.h"

namespace mot {

/// How responses are picked.
enum class Policy : std::uint8_t { best, worst, random, passive };
inline constexpr std::array<std::string_view, 4> kPolicyNames{"best", "worst", "random", "passive"};

/// The tag of responses that are polite and commit to nothing.
inline constexpr std::string_view kPassiveTag = "passive";

/// Whether a response carries it.
bool is_tagged_passive(const Scenario& scenario, ResponseIndex response);

/// The policy of a name, or nothing.
std::optional<Policy> policy_named(std::string_view name);

/// Whether a policy needs the exact solution.
inline bool needs_solution(Policy policy) {
  return policy == Policy::best || policy == Policy::worst;
}

/// Plays to an ending, fate by the seed. `random` picks evenly among the responses on offer;
/// `passive` the first in the file that is tagged so, else the first of those that show the fewest
/// MOT behaviours; what was chosen before comes last. `solution` may be null where none is needed.
/// Refuses where no ending is reached within 500 choices, nothing is on offer, or the solution does
/// not reach this far.
Result<Session> play_by(Policy policy,
                        const Program& program,
                        std::uint32_t seed,
                        Solution* solution);

}  // namespace mot
