// docs/model.md 2.
#include "engine/customer/persona.h"

namespace mot {

int own_expectation(const Persona& persona) {
  Stake all;
  for (const Dimension d : kAllDimensions) {
    const auto i = static_cast<std::size_t>(d);
    if (persona.level[i] == 0) continue;
    all.at_stake = static_cast<BitSet8>(all.at_stake | bit(d));
    all.expected[i] = {persona.level[i], persona.kind[i]};
    all.importance[i] = persona.importance[i];
  }
  return expectation(all);
}

}  // namespace mot
