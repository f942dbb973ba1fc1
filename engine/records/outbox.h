// Attempts that wait for a store that is away: one file each in a folder of the user's own, sent in
// the order they were made, each once however often it is tried.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/records/attempt.h"
#include "engine/records/store.h"

namespace mot {

/// The attempts waiting for one store. Several processes and threads may use one outbox, each
/// through an object of its own.
class Outbox {
 public:
  /// `folder` holds the outboxes of all stores; `uri` names the store.
  Outbox(const std::string& folder, const std::string& uri);

  /// Puts an attempt behind those that wait. Once it returned, a crash does not lose it.
  Result<bool> add(const Attempt& attempt);

  /// How many wait.
  std::size_t waiting() const;

  /// Those that wait and match, oldest first; damaged ones are left out.
  std::vector<Attempt> attempts(const AttemptFilter& filter) const;

  /// Puts those that wait into the store, oldest first, and stops at the first that fails. One that
  /// is told more about meanwhile is put again. A file
  /// that cannot be read is set aside as *.damaged. Returns how many were put.
  Result<std::size_t> send(Store& store);

  /// Removes what waits of what matches, and what the store has of it: in one go, so that nothing
  /// that is just being sent stays. Returns how many attempts that were; refuses a filter that
  /// names_whose() refuses, with the first thing that could not be removed or looked at, and where
  /// others are sending for longer than `patience`.
  Result<std::size_t> remove(Store& store,
                             const AttemptFilter& filter,
                             std::chrono::milliseconds patience = std::chrono::milliseconds{
                                 kPatience});

  const std::string& folder() const { return folder_; }

 private:
  std::string folder_;
};

/// Whether everything of one learner is meant, so that what cannot be read of them is meant, too.
bool is_all_of_one(const AttemptFilter& filter);

/// Refuses a filter that names neither a learner nor an attempt: nobody has all of everybody
/// removed.
Result<bool> names_whose(const AttemptFilter& filter);

/// The folder of all outboxes: <user data folder>/outbox.
std::string outbox_folder();

/// The outbox there of the store `uri`; empty: of the default one.
Outbox outbox_of_store(const std::string& uri);

}  // namespace mot
