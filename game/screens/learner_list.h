// The people of a store as the learner menu sees them: who is there, and whether a PIN stands
// before other people's records.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/records/store.h"

namespace mot {

struct LearnerList {
  std::vector<Learner> learners;  // those with a name, by name
  bool guarded = false;           // there is a PIN
  std::string problem;            // why it could not be read; empty: it was
};

// Reads a store; empty `uri`: the default one, which is not made by looking.
LearnerList read_learners(const std::string& uri);

// Sets the PIN of the store `uri`; empty: none any more. `known`: the one that was there as far as
// was known, nothing where there was none; false: somebody else has set, changed or removed it
// since, and nothing was changed here.
Result<bool> change_pin(const std::string& uri,
                        const std::string& pin,
                        const std::optional<std::string>& known);

// Whether `name` may play here without the PIN: their own records, nobody's yet, or no PIN at all.
bool may_take(const LearnerList& list, const std::string& current, const std::string& name);

}  // namespace mot
