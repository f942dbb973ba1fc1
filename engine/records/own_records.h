// All that is kept, in the store and on its way there, and what a person may do with what is
// theirs: take it along, have it removed. The one way there, for the terminal and for the window.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/records/outbox.h"
#include "engine/records/store.h"
#include "engine/records/summary_table.h"

namespace mot {

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

/// Shows the attempts of a store and of its outbox that match: the store's in their order, one that
/// the outbox tells more about as it is there, then those that are only there.
Result<bool> visit_with_waiting(Store& store,
                                const Outbox& outbox,
                                const AttemptFilter& filter,
                                const Store::Visitor& visitor);

/// The same as a list.
Result<std::vector<Attempt>> attempts_with_waiting(Store& store,
                                                   const Outbox& outbox,
                                                   const AttemptFilter& filter);

/// The summaries of the store's attempts that match, then of those that are only in the outbox.
Result<SummaryTable> summaries_with_waiting(Store& store,
                                            const Outbox& outbox,
                                            const AttemptFilter& filter = {});

/// Everybody who has played, by name, with what is only in the outbox.
Result<std::vector<Learner>> learners_with_waiting(Store& store, const Outbox& outbox);

/// Writes all attempts of a learner to `path`, in the format that another store takes in
/// (docs/records.md). Returns how many; what was there before is replaced only by the whole.
Result<std::size_t> export_learner(Store& store,
                                   const LearnerTraces& traces,
                                   const std::string& learner,
                                   const std::string& path);

/// Removes what matches: attempts, what waits in the outbox, and the files of plays. Refuses a
/// filter that names neither a learner nor an attempt, before anything is removed, and with the
/// first thing that could not be removed; then this can be repeated.
Result<Forgotten> forget(Store& store, const LearnerTraces& traces, const AttemptFilter& filter);

/// The same of everything of a learner.
Result<Forgotten> forget_learner(Store& store,
                                 const LearnerTraces& traces,
                                 const std::string& learner);

}  // namespace mot
