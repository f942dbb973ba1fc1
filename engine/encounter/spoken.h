// Which of several variants is said: what a session and a preview hear on the way. Between step.h
// and session.h.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/encounter/program.h"
#include "engine/encounter/session.h"

namespace mot {

/// The first variant whose condition holds, as an index into Scenario::lines, or −1.
inline std::int32_t variant_of(const Program& program, Range variants, const State& state) {
  for (std::uint32_t i = variants.first; i < variants.first + variants.count; ++i) {
    if (program.holds(program.scenario().lines[i].when, state)) return static_cast<std::int32_t>(i);
  }
  return kNone;
}

/// Keeps the lines that are said on the way; a witness of step.h.
struct Listener {
  const Program& program;
  std::vector<SpokenLine>& lines;
  void entered(MomentIndex m, const State& state) {
    const Moment& moment = program.scenario().moments[static_cast<std::size_t>(m)];
    if (moment.kind == MomentKind::fate) return;
    lines.push_back({m, kNone, variant_of(program, moment.says, state),
                     variant_of(program, moment.thinks, state), state.mood});
  }
};

/// Whether anything is said or thought in reply.
inline bool is_answered(const Response& response) {
  return !response.reply.empty() || !response.thinks.empty();
}

/// The reply to a response in the state after it.
inline SpokenLine reply_to(const Program& program, ResponseIndex r, const State& state) {
  const Response& response = program.scenario().responses[static_cast<std::size_t>(r)];
  return {response.moment, r, variant_of(program, response.reply, state),
          variant_of(program, response.thinks, state), state.mood};
}

}  // namespace mot
