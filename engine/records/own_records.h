// What a person may do with all that is kept of them: take it along, have it removed. The one way
// there, for the terminal and for the window.
#pragma once

#include <cstddef>
#include <string>

#include "engine/base/result.h"
#include "engine/records/store.h"

namespace mot {

/// Writes all attempts of a learner to `path`, in the format that another store takes in
/// (docs/records.md). Returns how many; what was there before is replaced only by the whole.
Result<std::size_t> export_learner(Store& store,
                                   const std::string& learner,
                                   const std::string& path);

struct Forgotten {
  std::size_t attempts = 0;
  std::size_t plays = 0;
};

/// Where traces of a learner lie besides the store.
struct LearnerTraces {
  /// The URI that the outbox knows the store by.
  std::string store;
  std::string outbox;
  /// The folder of plays; what-ifs below it are meant, too.
  std::string plays;
};

/// Removes what matches: attempts, what waits in the outbox, and the files of plays. Refuses a
/// filter that names neither a learner nor an attempt, before anything is removed, and with the
/// first thing that could not be removed; then this can be repeated.
Result<Forgotten> forget(Store& store, const LearnerTraces& traces, const AttemptFilter& filter);

/// The same of everything of a learner.
Result<Forgotten> forget_learner(Store& store,
                                 const LearnerTraces& traces,
                                 const std::string& learner);

}  // namespace mot
