#include "engine/analysis/judged_play.h"

#include "engine/customer/persona.h"

namespace mot {
namespace {

constexpr double kHundredths = 100.0;

/// D* in points with one of the gaps as the peak.
double remembered_with(const Ledger& ledger, int peak) {
  Ledger only_peak = ledger;
  only_peak.highest = static_cast<std::int16_t>(peak);
  only_peak.lowest = static_cast<std::int16_t>(peak);
  return remembered_gap(only_peak).points();
}

}  // namespace

JudgedPlay judged_play(const Session& session) {
  const Scenario& scenario = session.scenario();
  const Persona& persona = scenario.customer.persona;
  JudgedPlay play;
  play.expectation = own_expectation(persona);
  play.spread = persona.spread;
  for (const Turn& turn : session.turns()) {
    const Response& response = scenario.responses[static_cast<std::size_t>(turn.response)];
    const Moment& moment = scenario.moments[static_cast<std::size_t>(response.moment)];
    if (!moment.scored) continue;
    play.moments.push_back({response.moment, moment.weight, response.gap});
  }
  return play;
}

Ledger ledger_of(const JudgedPlay& play) { return ledger_with_met(play, play.moments.size()); }

Ledger ledger_with_met(const JudgedPlay& play, std::size_t met) {
  Ledger ledger;
  for (std::size_t i = 0; i < play.moments.size(); ++i) {
    remember(ledger, play.moments[i].weight, i == met ? 0 : play.moments[i].gap);
  }
  return ledger;
}

ShiftedMemory::ShiftedMemory(const Ledger& ledger)
    : balance_((ledger.highest + ledger.lowest) / kHundredths),
      with_highest_(remembered_with(ledger, ledger.highest)),
      with_lowest_(remembered_with(ledger, ledger.lowest)) {}

}  // namespace mot
