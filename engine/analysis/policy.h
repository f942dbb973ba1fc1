// Playing a whole encounter by a rule instead of a person: as well as can be, as badly, or at
// random. For `mot simulate`.
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
enum class Policy : std::uint8_t { best, worst, random };
inline constexpr std::array<std::string_view, 3> kPolicyNames{"best", "worst", "random"};

/// The policy of a name, or nothing.
std::optional<Policy> policy_named(std::string_view name);

/// Whether a policy needs the exact solution.
inline bool needs_solution(Policy policy) { return policy != Policy::random; }

/// Plays to an ending, fate by the seed; `random` picks evenly among the responses on offer.
/// `solution` may be null for `random`. Refuses where no ending is reached within 500 choices,
/// nothing is on offer, or the solution does not reach this far.
Result<Session> play_by(Policy policy,
                        const Program& program,
                        std::uint32_t seed,
                        Solution* solution);

}  // namespace mot
