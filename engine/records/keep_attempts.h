// What happens to an encounter when it is over: it becomes an attempt in the store, or waits for it
// in the outbox. The one way there, for the terminal and for the window.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "engine/records/attempt.h"
#include "engine/records/attempt_score.h"
#include "engine/records/outbox.h"
#include "engine/records/play_folder.h"
#include "engine/records/remote_sender.h"
#include "engine/records/store.h"

namespace mot {

/// Where attempts go.
struct RecordsPlace {
  /// Empty: default_store().
  std::string store;
  /// Empty: outbox_folder().
  std::string outbox;
  /// Who waits for longer than this, in milliseconds, does not wait: the outbox takes it.
  int patience = 2'000;
};

/// What became of an attempt.
enum class Keeping : unsigned char {
  stored,
  /// In the outbox, and just being sent to a server; nothing is known to be wrong.
  on_its_way,
  /// In the outbox; it follows when the store is back.
  waiting,
  /// Neither would take it. The play's own file still has it.
  refused,
};

struct Kept {
  Keeping where = Keeping::stored;
  /// Why it is not stored, for people; empty where it is.
  std::string cause;
};

/// The records as a trainee's program uses them. Opens the store when it is first needed, and again
/// after a failure. What goes to a server goes to the outbox first and is sent from there by a
/// thread of its own, so that nobody waits for a server. Not for two threads at once.
class AttemptKeeper {
 public:
  explicit AttemptKeeper(RecordsPlace place);

  /// Keeps one attempt behind those that wait.
  Kept keep(const Attempt& attempt);
  /// Sends what waits, and returns how many that were; with a server it only begins to. The cause
  /// where that is not possible now.
  Result<std::size_t> send_waiting();
  /// Takes plays that are over (ended, or exams that were broken off) and have never become
  /// attempts, oldest first, each once. `shelf` finds their scenarios; where one is not there or
  /// was changed, the attempt has no score. Returns how many were new.
  Result<std::size_t> take_in(const std::string& play_folder, ScenarioShelf& shelf);

  const RecordsPlace& place() const { return place_; }

 private:
  Result<Store*> store();
  Kept keep_remotely(const Attempt& attempt);

  RecordsPlace place_;
  Outbox outbox_;
  std::unique_ptr<Store> store_;
  /// Only where the store is a server.
  std::unique_ptr<RemoteSender> sender_;
};

/// The attempt of a play that is over; `path` is the file it is kept in (its name goes into the
/// id).
Attempt attempt_of(const Playthrough& play, const std::string& path);

}  // namespace mot
