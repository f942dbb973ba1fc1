// What all `mot records` commands begin with: the store that is meant, plays that are not in it
// yet, the trainer's PIN.
#pragma once

#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "engine/records/attempt_score.h"
#include "engine/records/keep_attempts.h"
#include "engine/records/outbox.h"
#include "engine/records/store.h"
#include "game/cli/records_commands.h"

namespace mot {

/// `option` where it is given, else $MOT_STORE, else empty: the default store.
std::string store_named(const std::string& option);

/// Scenarios by id, from the library; with or without their translations.
ScenarioShelf shelf_of_library(const std::string& library, bool translations = false);

/// Takes plays that were never recorded into the default store. What is in the way is said on
/// stderr by `cause`.
Result<std::size_t> take_in_plays(AttemptKeeper& keeper, const std::string& library);

/// Opens the store, for what a learner may see of it. An exit code where that fails, said on
/// stderr.
tl::expected<std::unique_ptr<Store>, int> open_own_records(const RecordsOptions& options);

/// The same for what a trainer may see. Where the store has a PIN, it is read from MOT_PIN, or
/// asked for. An exit code where that fails, said on stderr.
tl::expected<std::unique_ptr<Store>, int> open_records(const RecordsOptions& options);

/// The attempts that match and count, with those that still wait for the store on this machine, for
/// what a trainer may see. An exit code where there are none to be had, said on stderr.
tl::expected<std::vector<Attempt>, int> recorded_attempts(const RecordsOptions& options);

/// What still waits for the store on this machine.
Outbox outbox_of(const RecordsOptions& options);

/// The attempts that match and count, with those that still wait for the store on this machine.
Result<std::vector<Attempt>> chosen_attempts(Store& store, const RecordsOptions& options);

/// Shows them one after the other until `show` returns false.
Result<bool> each_chosen(Store& store, const RecordsOptions& options, const Store::Visitor& show);

/// The xAPI statements of an attempt, with the texts of its scenario where the shelf has it as it
/// was played.
std::vector<Json> statements_of(const Attempt& attempt, ScenarioShelf& shelf);

/// A line from the terminal, not shown while it is typed; nothing where there is no terminal.
std::optional<std::string> ask_secret(const std::string& question);

}  // namespace mot
