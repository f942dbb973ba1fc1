#include "engine/analysis/bounds.h"

#include <algorithm>
#include <vector>

#include "engine/analysis/suffix_front.h"
#include "engine/base/draw.h"
#include "engine/customer/satisfaction.h"
#include "engine/encounter/step.h"

namespace mot {
namespace {

// The highest and the lowest gap of any response: no average, peak or end lies outside.
struct GapRange {
  int low = 0;
  int high = 0;
};

GapRange gap_range(const Scenario& scenario) {
  GapRange range;
  bool any = false;
  for (const Response& response : scenario.responses) {
    if (!scenario.moments[static_cast<std::size_t>(response.moment)].scored) continue;
    range.low = any ? std::min(range.low, response.gap) : response.gap;
    range.high = any ? std::max(range.high, response.gap) : response.gap;
    any = true;
  }
  return range;
}

bool has_fate(const Scenario& scenario) {
  return std::any_of(scenario.moments.begin(), scenario.moments.end(),
                     [](const Moment& m) { return m.kind == MomentKind::fate; });
}

// What one encounter without fate comes to when it is played greedily with some chance; −1 where it
// does not end.
int play_once(const Program& program, int expectation, Aim aim, std::uint32_t seed) {
  const auto no_fate = [](MomentIndex, std::int32_t, std::int32_t) { return 0; };
  State state = program.blank_state();
  begin(program, state, no_fate);
  while (program.stop(state.place).kind == MomentKind::decision && state.turn < kMaxTurns) {
    const Program::Stop& stop = program.stop(state.place);
    ResponseIndex chosen = kNone;
    std::uint32_t offered = 0;
    // Mostly the best gap, now and then any, so that different ways are tried.
    const bool any =
        seed != 0 &&
        below(draw(seed, Stream::policy, static_cast<std::uint64_t>(state.turn)), 8) == 0;
    for (std::uint32_t i = 0; i < stop.range.count; ++i) {
      const auto r = static_cast<ResponseIndex>(stop.range.first + i);
      if (!program.offered(r, state)) continue;
      ++offered;
      const int gap = program.choice(r).gap;
      const bool take =
          any ? below(draw(seed, Stream::policy, static_cast<std::uint64_t>(state.turn), offered),
                      offered) == 0
              : chosen == kNone || (aim == Aim::best ? gap > program.choice(chosen).gap
                                                     : gap < program.choice(chosen).gap);
      if (take || chosen == kNone) chosen = r;
    }
    if (chosen == kNone) return -1;
    step(program, state, chosen, no_fate);
  }
  if (program.stop(state.place).kind != MomentKind::ending || state.ledger.empty()) return -1;
  return satisfaction(expectation, state.ledger);
}

}  // namespace

ValueBounds value_bounds(const Program& program, Aim aim) {
  const Scenario& scenario = program.scenario();
  const int expectation = own_expectation(scenario.customer.persona);
  const GapRange gaps = gap_range(scenario);
  ValueBounds bounds;
  bounds.low = satisfaction(expectation, stretch(1, gaps.low));
  bounds.high = satisfaction(expectation, stretch(1, gaps.high));
  if (has_fate(scenario)) return bounds;
  // Every encounter that was played to its end is a proof that at least (at most) this much can be
  // had.
  constexpr std::uint32_t kTries = 2000;
  constexpr std::int64_t kMaxChoices = 400'000;
  std::int64_t budget = kMaxChoices;
  for (std::uint32_t seed = 0; seed < kTries && budget > 0; ++seed) {
    const int reached = play_once(program, expectation, aim, seed);
    budget -= 100;
    if (reached < 0) continue;
    if (aim == Aim::best) bounds.low = std::max(bounds.low, static_cast<double>(reached));
    if (aim == Aim::worst) bounds.high = std::min(bounds.high, static_cast<double>(reached));
  }
  return bounds;
}

}  // namespace mot
